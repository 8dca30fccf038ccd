import type { TaskRequest } from "#lib/kling/requests/request.ts";

/**
 * The same camera move in the words of the older documents, which call turning sideways `tilt` and turning up `pan`
 * (api-reference §3.1a).
 */
export function withOldAxes(request: TaskRequest): TaskRequest {
  if (request.kind !== "text2video" && request.kind !== "image2video") return request;
  const { camera_control: control } = request;
  if (control?.config === undefined) return request;
  const { pan, tilt, ...others } = control.config;
  const config = {
    ...others,
    ...(tilt !== undefined && { pan: tilt }),
    ...(pan !== undefined && { tilt: pan }),
  };
  return { ...request, camera_control: { ...control, config } };
}
