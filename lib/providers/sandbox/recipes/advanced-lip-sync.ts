import { WHOLE_FRAME } from "#lib/engine/parts/part.ts";
import { PORTRAIT_MOUTH } from "./avatar.ts";
import { clip } from "./products.ts";
import type { OrderOf, Recipe } from "./recipe.ts";

const SECOND_MS = 1000;

/** The session's video with its own sound; the chosen face speaks the chosen piece of the given one, from its moment on. */
export function advancedLipSyncRecipe({
  request,
  plan,
  session,
  file,
  hasFile,
}: OrderOf<"advanced-lip-sync">): Recipe {
  const [choice] = request.face_choose;
  if (choice === undefined) throw new Error("no face was chosen");
  const given = hasFile("face_choose[0].sound_file")
    ? "face_choose[0].sound_file"
    : "face_choose[0].audio_id";
  return clip({
    plan: plan.videos[0],
    parts: [
      { draw: "video", video: file("session_id"), at: WHOLE_FRAME },
      { draw: "mouth", at: mouthOf(session, choice.face_id) },
    ],
    sounds: [
      { sound: "file", path: file("session_id"), level: choice.original_audio_volume ?? 1 },
      {
        sound: "file",
        path: file(given),
        from: choice.sound_start_time / SECOND_MS,
        to: choice.sound_end_time / SECOND_MS,
        at: choice.sound_insert_time / SECOND_MS,
        level: choice.sound_volume ?? 1,
      },
    ],
  });
}

/** The lower middle of the face. */
function mouthOf(session: OrderOf<"advanced-lip-sync">["session"], faceId: string) {
  const face = session?.kind === "faces" ? session.faces[Number(faceId)] : undefined;
  if (face === undefined) return PORTRAIT_MOUTH;
  const { x, y, width, height } = face;
  return { x: x + width * 0.3, y: y + height * 0.68, width: width * 0.4, height: height * 0.18 };
}
