import type { Guide } from "#lib/engine/parts/part.ts";
import { endOf } from "#lib/motion/camera.ts";
import { filmed } from "./filmed.ts";
import { inShots } from "./in-shots.ts";
import { clip } from "./products.ts";
import type { OrderOf, Recipe } from "./recipe.ts";

/**
 * The picture, moved by what guides it: brush, camera, a last frame, or the words. Of several shots the first begins with the
 * first frame and the last ends with the last one; between them are scenes after the words.
 */
export function image2videoRecipe(order: OrderOf<"image2video">): Recipe {
  const { request, prompt, seed, plan, file, hasFile } = order;
  const [video] = plan.videos;
  const sounds = video?.hasSound === true ? [{ sound: "ambience", prompt, seed } as const] : [];
  const fileAt = (path: string) => (hasFile(path) ? file(path) : undefined);
  const guide = guideOf(order);
  const parts = inShots({ request, prompt, durationSeconds: video?.durationSeconds ?? 0 }, (shot) => {
    const first = shot.isFirst ? fileAt("image") : undefined;
    const last = shot.isLast ? fileAt("image_tail") : undefined;
    if (first === undefined && last === undefined) return { draw: "scene", prompt: shot.prompt, seed };
    if (first === undefined || guide === null) return filmed({ first, last, prompt: shot.prompt, seed });
    return { draw: "filmed picture", image: first, guide };
  });
  return clip({ plan: video, parts, sounds });
}

/** What the request says about movement beside its words; null for nothing. */
function guideOf({ request, file, facts }: OrderOf<"image2video">): Guide | null {
  const { camera_control, dynamic_masks = [], static_mask } = request;
  if (camera_control !== undefined) return { by: "camera", end: endOf(camera_control) };
  const { widthPx = null, heightPx = null } = facts.get("image") ?? {};
  if (dynamic_masks.length === 0 && static_mask === undefined) return null;
  if (widthPx === null || heightPx === null) return null;
  return {
    by: "brush",
    masks: dynamic_masks.map(({ trajectories }, index) => ({
      mask: file(`dynamic_masks[${index}].mask`),
      trajectory: trajectories,
    })),
    stillMask: static_mask === undefined ? null : file("static_mask"),
    pictureSize: { widthPx, heightPx },
  };
}
