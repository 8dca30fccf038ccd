import { pathOf } from "../endpoints.ts";
import { segmentsOf } from "../field-path.ts";
import type { TaskRequest } from "../requests/request.ts";
import { isJsonObject, type JsonObject, valueAt } from "./unknown-values.ts";

/** What travels beside the request and not in it. */
export type DoorFields = {
  readonly externalTaskId?: string;
  readonly callbackUrl?: string;
  /** Fields of a client that we do not know, by path (`requests/read-fields.ts`). */
  readonly extraFields?: Readonly<Record<string, unknown>>;
};

/** The native request for an upstream. Media references must be ones that upstream can read: URLs or raw base64. */
export function encodeCreate(
  request: TaskRequest,
  { externalTaskId, callbackUrl, extraFields = {} }: DoorFields = {},
): { method: "POST"; path: string; body: JsonObject } {
  const { kind, ...fields } = request;
  const body: Record<string, unknown> = {
    ...fields,
    ...("element_list" in fields && { element_list: fields.element_list?.map(encodeElement) }),
    ...(externalTaskId !== undefined && { external_task_id: externalTaskId }),
    ...(callbackUrl !== undefined && { callback_url: callbackUrl }),
  };
  return {
    method: "POST",
    path: pathOf({ dialect: "native", kind, operation: "create" }),
    body: withExtraFields(body, extraFields),
  };
}

/** `element_id` is a bare number upstream, beyond 2^53 (off-26 §1.3): send it with `stringifyLossless`. */
function encodeElement({ element_id }: { readonly element_id: string }) {
  return { element_id: BigInt(element_id) };
}

/** Puts each unknown field back to where the client had it; where that place is gone, it is left out. */
function withExtraFields(body: JsonObject, extraFields: Readonly<Record<string, unknown>>): JsonObject {
  const complete = structuredClone(body);
  for (const [path, value] of Object.entries(extraFields)) {
    const segments = segmentsOf(path);
    const parent = valueAt(complete, segments.slice(0, -1));
    const name = segments.at(-1);
    if (name !== undefined && isJsonObject(parent)) Object.assign(parent, { [name]: value });
  }
  return complete;
}
