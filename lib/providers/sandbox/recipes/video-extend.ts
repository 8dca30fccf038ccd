import { clip } from "./products.ts";
import type { OrderOf, Recipe } from "./recipe.ts";

/** Begins with the last picture of its parent, and the camera goes on as it went there. */
export function videoExtendRecipe({ request, plan, facts, file }: OrderOf<"video-extend">): Recipe {
  const parts = [{ draw: "continued video", video: file("video_id") } as const];
  const duration = String(facts.get("video_id")?.durationSeconds ?? "");
  return {
    ...clip({ plan: plan.videos[0], parts }),
    result: { type: "parent_video", video_id: request.video_id, duration },
  };
}
