import { pathOf } from "../endpoints.ts";
import type { TaskRequest } from "../requests/request.ts";
import type { JsonObject } from "./unknown-values.ts";

/** What travels beside the request and not in it. */
export type DoorFields = { readonly externalTaskId?: string; readonly callbackUrl?: string };

/** The native request for an upstream. Media references must be ones that upstream can read: URLs or raw base64. */
export function encodeCreate(
  request: TaskRequest,
  { externalTaskId, callbackUrl }: DoorFields = {},
): { method: "POST"; path: string; body: JsonObject } {
  const { kind, ...fields } = request;
  return {
    method: "POST",
    path: pathOf({ dialect: "native", kind, operation: "create" }),
    body: {
      ...fields,
      ...(externalTaskId !== undefined && { external_task_id: externalTaskId }),
      ...(callbackUrl !== undefined && { callback_url: callbackUrl }),
    },
  };
}
