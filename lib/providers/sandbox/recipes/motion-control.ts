import { clip } from "./products.ts";
import type { OrderOf, Recipe } from "./recipe.ts";

const CORNER = { x: 0.68, y: 0.04, width: 0.28, height: 0.28 };

/** The picture, moved as the film moves that plays in a corner, and as long as it. */
export function motionControlRecipe({ plan, file }: OrderOf<"motion-control">): Recipe {
  const [video] = plan.videos;
  return clip({
    plan: video,
    parts: [
      { draw: "filmed picture", image: file("image_url"), guide: { by: "film", video: file("video_url") } },
      { draw: "video", video: file("video_url"), at: CORNER },
    ],
    sounds: video?.hasSound === true ? [{ sound: "file", path: file("video_url") }] : [],
  });
}
