import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { controlIn } from "#lib/motion/camera.ts";

/** The same camera move in the words of the older documents (api-reference §3.1a). */
export function withOldAxes(request: TaskRequest): TaskRequest {
  if (request.kind !== "text2video" && request.kind !== "image2video") return request;
  const { camera_control: control } = request;
  if (control === undefined) return request;
  return { ...request, camera_control: controlIn("old", control) };
}
