import { endOf } from "#lib/motion/camera.ts";
import { inShots } from "./in-shots.ts";
import { clip } from "./products.ts";
import type { OrderOf, Recipe } from "./recipe.ts";

/** A scene after the words, or one for each shot; under a camera that goes as ordered, or lives on its own. */
export function text2videoRecipe({ request, prompt, seed, plan }: OrderOf<"text2video">): Recipe {
  const [video] = plan.videos;
  const sounds = video?.hasSound === true ? [{ sound: "ambience", prompt, seed } as const] : [];
  const control = request.camera_control;
  const parts = inShots({ request, prompt, durationSeconds: video?.durationSeconds ?? 0 }, (shot) => {
    const words = { prompt: shot.prompt, seed: seedOf(seed, shot.isFirst) };
    return control === undefined
      ? { draw: "scene", ...words }
      : { draw: "filmed scene", ...words, end: endOf(control) };
  });
  return clip({ plan: video, parts, sounds });
}

/** The same words twice in one clip are two places. */
function seedOf(seed: string, isFirst: boolean): string {
  return isFirst ? seed : `${seed} next shot`;
}
