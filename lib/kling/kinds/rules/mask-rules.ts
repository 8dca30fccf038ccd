import type { Localized } from "#lib/shared/localized.ts";
import type { Image2VideoRequest } from "../../requests/image2video.ts";
import type { Violation } from "../../violation.ts";
import type { FactsByPath, ImagePlan } from "../kind.ts";
import { sizeAt } from "./facts.ts";
import { limit, missing } from "./field-rules.ts";

/** Drawing programs round a mask's sides; a mask of the picture's shape may be this far from its ratio. Ours. */
const RATIO_TOLERANCE = 0.01;

/** Masks belong to a picture, have its shape and one size, and their paths stay inside it (off-26 §3.2; §10.5 #34, #39). */
export function maskViolations(request: Image2VideoRequest, facts: FactsByPath): readonly Violation[] {
  const paths = maskPaths(request);
  if (paths.length === 0) return [];
  if (request.image === undefined) return [missing("image", MESSAGES.needs_image)];
  const picture = sizeAt(facts, "image");
  const sizes = paths.map((path) => ({ path, size: sizeAt(facts, path) }));
  const first = sizes.find(({ size }) => size !== undefined)?.size;
  return [
    ...sizes
      .filter(({ size }) => size && first && !isSameSize(size, first))
      .map(({ path }) => limit(path, "mask_size", MESSAGES.size)),
    ...sizes
      .filter(({ size }) => size && picture && !isSameShape(size, picture))
      .map(({ path }) => limit(path, "mask_ratio", MESSAGES.ratio)),
    ...(picture === undefined ? [] : strayTrajectories(request, picture)),
  ];
}

function maskPaths({ static_mask, dynamic_masks = [] }: Image2VideoRequest): readonly string[] {
  return [
    ...(static_mask === undefined ? [] : ["static_mask"]),
    ...dynamic_masks.map((_, index) => `dynamic_masks[${index}].mask`),
  ];
}

/** Points count in pixels of the picture, whose last pixel is one less than its side. */
function strayTrajectories(
  { dynamic_masks = [] }: Image2VideoRequest,
  { widthPx, heightPx }: ImagePlan,
): readonly Violation[] {
  return dynamic_masks.flatMap(({ trajectories }, index) => {
    const isInside = trajectories.every(({ x, y }) => x >= 0 && y >= 0 && x < widthPx && y < heightPx);
    return isInside
      ? []
      : [limit(`dynamic_masks[${index}].trajectories`, "trajectory_outside", MESSAGES.outside)];
  });
}

function isSameSize(a: ImagePlan, b: ImagePlan): boolean {
  return a.widthPx === b.widthPx && a.heightPx === b.heightPx;
}

function isSameShape(a: ImagePlan, b: ImagePlan): boolean {
  const ratio = a.widthPx / a.heightPx / (b.widthPx / b.heightPx);
  return Math.abs(ratio - 1) <= RATIO_TOLERANCE;
}

const MESSAGES = {
  needs_image: { zh: "运动笔刷需要首帧图片", en: "The motion brush needs a first frame" },
  size: { zh: "所有蒙版的尺寸须相同", en: "All masks must have the same size" },
  ratio: { zh: "蒙版的宽高比须与图片相同", en: "The mask must have the shape of the picture" },
  outside: { zh: "运动轨迹超出了图片范围", en: "The path leaves the picture" },
} as const satisfies Record<string, Localized>;
