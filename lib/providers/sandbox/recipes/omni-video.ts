import { type RenderedPart, WHOLE_FRAME } from "#lib/engine/parts/part.ts";
import type { SoundPart } from "#lib/engine/sound/sound-part.ts";
import { filmed } from "./filmed.ts";
import { inShots } from "./in-shots.ts";
import { clip, sideBySide } from "./products.ts";
import type { OrderOf, Recipe } from "./recipe.ts";

const VIDEO_PATH = "video_list[0].video_url";
const CORNER = { x: 0.66, y: 0.06, width: 0.3, height: 0.3 };

/**
 * The video that is edited, else the passage between the frames, else a scene; references stand in it as pictures, and a
 * video that is only looked at plays in a corner. Of several shots the first begins with the first frame and the last ends
 * with the last one.
 */
export function omniVideoRecipe(order: OrderOf<"omni-video">): Recipe {
  const [video] = order.plan.videos;
  return clip({
    plan: video,
    parts: [...groundOf(order, video?.durationSeconds ?? 0), ...referencesOf(order)],
    sounds: soundsOf(order),
  });
}

type OmniOrder = OrderOf<"omni-video">;

function groundOf(order: OmniOrder, durationSeconds: number): readonly RenderedPart[] {
  const { request, prompt, seed, file, hasFile } = order;
  const video = request.video_list?.[0];
  if (video !== undefined && hasFile(VIDEO_PATH) && video.refer_type !== "feature") {
    return [{ draw: "video", video: file(VIDEO_PATH), at: WHOLE_FRAME }];
  }
  const frameOf = (name: FrameType) => {
    const index = request.image_list?.findIndex(({ type }) => type === name) ?? -1;
    return index === -1 ? undefined : file(`image_list[${index}].image_url`);
  };
  const ground = inShots({ request, prompt, durationSeconds }, (shot) => {
    const first = shot.isFirst ? frameOf("first_frame") : undefined;
    const last = shot.isLast ? frameOf("end_frame") : undefined;
    const words = { prompt: shot.prompt, seed: shot.isFirst ? seed : `${seed} next shot` };
    return first === undefined && last === undefined
      ? { draw: "scene", ...words }
      : filmed({ first, last, ...words });
  });
  if (video === undefined) return ground;
  return [...ground, { draw: "video", video: file(VIDEO_PATH), at: CORNER }];
}

type FrameType = NonNullable<NonNullable<OmniOrder["request"]["image_list"]>[number]["type"]>;

function referencesOf({ request, file }: OmniOrder): readonly RenderedPart[] {
  const indexes = (request.image_list ?? []).flatMap(({ type }, index) =>
    type === undefined ? [index] : [],
  );
  const places = sideBySide(Math.max(1, indexes.length), { top: 0.6, height: 0.3 });
  return places.flatMap((at, place) => {
    const index = indexes[place];
    if (index === undefined) return [];
    return [{ draw: "picture" as const, image: file(`image_list[${index}].image_url`), at, floats: true }];
  });
}

function soundsOf({ request, prompt, seed, plan, file }: OmniOrder): readonly SoundPart[] {
  if (plan.videos[0]?.hasSound !== true) return [];
  const keepsSound = request.video_list?.[0]?.keep_original_sound === "yes";
  return [
    ...(request.sound === "on" ? [{ sound: "ambience", prompt, seed } as const] : []),
    ...(keepsSound ? [{ sound: "file", path: file(VIDEO_PATH) } as const] : []),
  ];
}
