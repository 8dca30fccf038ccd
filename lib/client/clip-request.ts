import type { ClipRequest } from "#lib/kling/requests/clip.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { isClipKind } from "#lib/kling/task-kinds.ts";

/** Whether the form can make this request. Of a clip that was made elsewhere only the kind is known. */
export function isClipRequest(request: TaskRequest): request is ClipRequest {
  return isClipKind(request.kind) && "model_name" in request;
}
