import { type RenderedPart, WHOLE_FRAME } from "#lib/engine/parts/part.ts";
import type { SoundPart } from "#lib/engine/sound/sound-part.ts";
import { filmed } from "./filmed.ts";
import { clip, sideBySide } from "./products.ts";
import type { OrderOf, Recipe } from "./recipe.ts";

const VIDEO_PATH = "video_list[0].video_url";
const CORNER = { x: 0.66, y: 0.06, width: 0.3, height: 0.3 };

/**
 * The video that is edited, else the passage between the frames, else a scene; references stand in it as pictures, and a
 * video that is only looked at plays in a corner.
 */
export function omniVideoRecipe(order: OrderOf<"omni-video">): Recipe {
  return clip({
    plan: order.plan.videos[0],
    parts: [...groundOf(order), ...referencesOf(order)],
    sounds: soundsOf(order),
  });
}

type OmniOrder = OrderOf<"omni-video">;

function groundOf({ request, prompt, seed, file, hasFile }: OmniOrder): readonly RenderedPart[] {
  const video = request.video_list?.[0];
  if (video !== undefined && hasFile(VIDEO_PATH) && video.refer_type !== "feature") {
    return [{ draw: "video", video: file(VIDEO_PATH), at: WHOLE_FRAME }];
  }
  const inset: RenderedPart[] =
    video === undefined ? [] : [{ draw: "video", video: file(VIDEO_PATH), at: CORNER }];
  const [first, last] = frameIndexes(request).map((index) => file(`image_list[${index}].image_url`));
  if (first === undefined) return [{ draw: "scene", prompt, seed }, ...inset];
  return [filmed({ first, last, prompt, seed }), ...inset];
}

/** First and last frame, as far as there are any, in this order. */
function frameIndexes({ image_list = [] }: OmniOrder["request"]): readonly number[] {
  const places = (["first_frame", "end_frame"] as const).map((name) =>
    image_list.findIndex(({ type }) => type === name),
  );
  return places.filter((index) => index !== -1);
}

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
