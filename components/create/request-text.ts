import { encodeCreate } from "#lib/kling/dialects/native-encode.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";

export type RequestText = { readonly json: string; readonly curl: string };

/** Where the key stands in a command that may be shown around: never in the text itself. */
const KEY_VARIABLE = "$FRAMEWRIGHT_API_KEY";

/** The very request as Kling's native API spells it, and the command that sends it to this studio's gateway. */
export function requestText(request: TaskRequest, origin: string): RequestText {
  const { method, path, body } = encodeCreate(request);
  const json = JSON.stringify(body, null, 2);
  const curl = [
    `curl -X ${method} '${origin}${path}'`,
    `-H "Authorization: Bearer ${KEY_VARIABLE}"`,
    "-H 'Content-Type: application/json'",
    `-d ${quoteForShell(json)}`,
  ].join(" \\\n  ");
  return { json, curl };
}

/** Shown instead of all the letters of a mask. */
const SHOWN_CHARACTERS = 24;

/** The same request for reading: of masks, which are thousands of letters long, only the beginning. */
export function withShortMasks(request: TaskRequest): TaskRequest {
  if (request.kind !== "image2video") return request;
  const { static_mask, dynamic_masks } = request;
  return {
    ...request,
    ...(static_mask !== undefined && { static_mask: shortened(static_mask) }),
    ...(dynamic_masks && {
      dynamic_masks: dynamic_masks.map((item) => ({ ...item, mask: shortened(item.mask) })),
    }),
  };
}

function shortened(mask: string): string {
  return mask.length <= 2 * SHOWN_CHARACTERS ? mask : `${mask.slice(0, SHOWN_CHARACTERS)}…`;
}

/** In single quotes a shell reads everything literally, except a single quote itself. */
function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
