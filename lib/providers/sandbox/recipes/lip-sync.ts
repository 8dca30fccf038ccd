import { WHOLE_FRAME } from "#lib/engine/parts/part.ts";
import type { SoundPart } from "#lib/engine/sound/sound-part.ts";
import { PORTRAIT_MOUTH } from "./avatar.ts";
import { clip } from "./products.ts";
import type { OrderOf, Recipe } from "./recipe.ts";
import { speechSeconds } from "./speech-seconds.ts";

/** The video with a mouth that follows the given sound, or a murmur of the given text. */
export function lipSyncRecipe(order: OrderOf<"lip-sync">): Recipe {
  const { plan, facts, file, hasFile, request } = order;
  const at = hasFile("input.video_url") ? "input.video_url" : "input.video_id";
  const { video_id } = request.input;
  const duration = String(facts.get(at)?.durationSeconds ?? "");
  return {
    ...clip({
      plan: plan.videos[0],
      parts: [
        { draw: "video", video: file(at), at: WHOLE_FRAME },
        { draw: "mouth", at: PORTRAIT_MOUTH },
      ],
      sounds: [spoken(order)],
    }),
    result: video_id === undefined ? null : { type: "parent_video", video_id, duration },
  };
}

function spoken({ request, plan, prompt, file, hasFile }: OrderOf<"lip-sync">): SoundPart {
  const path = ["input.audio_file", "input.audio_url"].find(hasFile);
  if (path !== undefined) return { sound: "file", path: file(path) };
  const { voice_language = "zh", voice_speed, voice_id = "" } = request.input;
  const seconds = speechSeconds({ text: prompt, voice_language, voice_speed });
  const length = plan.videos[0]?.durationSeconds ?? seconds;
  return { sound: "speech", text: prompt, voice: voice_id, seconds: Math.min(seconds, length) };
}
