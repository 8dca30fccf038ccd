import type { ClipRequest } from "#lib/kling/requests/clip.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { isClipKind } from "#lib/kling/task-kinds.ts";

/** Whether the form can make this request. */
export function isClipRequest(request: TaskRequest): request is ClipRequest {
  return isClipKind(request.kind);
}
