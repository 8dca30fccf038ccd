import type { Guide } from "../../guides.ts";
import { MODELS } from "../../models.ts";
import { reasonFor } from "../../reasons.ts";
import type { ClipRequest } from "../../requests/clip.ts";
import { combinationOf, REFUSAL_PATHS } from "../../rules.ts";
import { type Combination, refusals } from "../../verdict.ts";
import type { Point, Refusal } from "../grid/grid.ts";
import { shotsOf } from "../rules/shot-rules.ts";

/** The part of a clip's point that the form's own verdict judges (`verdict.ts`). */
export function clipPoint(request: ClipRequest): Point {
  const { model, mode, duration, sound } = combinationOf(request);
  return {
    model_name: model,
    mode,
    duration,
    sound,
    multi_shot: shotsOf(request),
    camera: request.camera_control?.type ?? "none",
  };
}

/** The form's verdict on that part, with the form's words: one reading of the map for the form and for every door. */
export function clipRefusals(kind: Combination["kind"], point: Point): readonly Refusal[] {
  if (!isModel(point.model_name)) return [];
  const combination = {
    kind,
    model: point.model_name,
    // A point of these kinds has what `clipPoint` puts there; its type is wider.
    mode: point.mode as Combination["mode"],
    duration: point.duration as Combination["duration"],
    sound: point.sound as Combination["sound"],
    hasImage: point.image === true,
    hasEndFrame: point.image_tail === true,
    camera: (point.camera === "none" ? "simple" : point.camera) as Combination["camera"],
  };
  const codes = new Set(guidesOf(point).flatMap((guide) => refusals({ ...combination, guide })));
  return [...codes].map((code) => ({
    axis: AXES[REFUSAL_PATHS[code]] ?? REFUSAL_PATHS[code],
    code,
    message: reasonFor(code, { ...combination, guide: "frames" }),
  }));
}

/** Where an axis has another name than its field. */
const AXES: Readonly<Record<string, string>> = { camera_control: "camera", dynamic_masks: "masks" };

/** Other clients may ask for several at once: each is judged, and that they exclude each other is said beside it. */
function guidesOf(point: Point): readonly Guide[] {
  return [
    "frames",
    ...(point.masks !== undefined && point.masks !== "none" ? (["brush"] as const) : []),
    ...(point.camera === "none" ? [] : (["camera"] as const)),
  ];
}

/** Whether the model, the mode or the length is refused: what stands on a missing cell says nothing more. */
export function isBlocked(found: readonly Refusal[]): boolean {
  return found.some(({ axis }) => axis === "model_name" || axis === "mode" || axis === "duration");
}

function isModel(value: Point[string] | undefined): value is Combination["model"] {
  return typeof value === "string" && Object.hasOwn(MODELS, value);
}
