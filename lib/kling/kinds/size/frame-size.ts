import type { Mode } from "../../fields.ts";
import type { ModelId } from "../../models.ts";
import { resolutionOf, SHORT_SIDE_PX, scaleToShortSide } from "../../output.ts";
import type { ImagePlan } from "../kind.ts";

/** What no page states for a video of these kinds (api-reference §6.1, §11); omni-video says 24. */
export const ASSUMED_FPS = 24;

/** A frame of this shape in the pixel class of a model and mode. */
export function frameSize(shape: ImagePlan, model: ModelId, mode: Mode | undefined): ImagePlan {
  return scaleToShortSide(shape, SHORT_SIDE_PX[resolutionOf(model, mode)]);
}
