import type { Image2VideoRequest } from "#lib/kling/requests/image2video.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import type { CameraControl } from "../camera.ts";

/** What a request asks to move, or not to move, beside its words. */
export type AskedMotion = {
  readonly masks: NonNullable<Image2VideoRequest["dynamic_masks"]>;
  readonly hasStillMask: boolean;
  readonly camera: CameraControl | null;
};

/** @returns null when there is nothing that a finished clip could be compared with */
export function askedMotion(request: TaskRequest): AskedMotion | null {
  if (request.kind !== "image2video" && request.kind !== "text2video") return null;
  const brush = request.kind === "image2video" ? request : {};
  const { dynamic_masks: masks = [], static_mask } = brush as Pick<
    Image2VideoRequest,
    "dynamic_masks" | "static_mask"
  >;
  const camera = request.camera_control ?? null;
  if (masks.length === 0 && static_mask === undefined && camera === null) return null;
  return { masks, hasStillMask: static_mask !== undefined, camera };
}
