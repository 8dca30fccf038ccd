import type { TaskRequest } from "#lib/kling/requests/request.ts";

/** The canonical request of a row. Its shape was checked when it was accepted, and nothing changes it. */
export function taskRequestOf(row: { readonly request: unknown }): TaskRequest {
  return row.request as TaskRequest;
}
