import { readBytes } from "#lib/http/read-body.ts";
import { isStorableText } from "#lib/http/storable-text.ts";
import { nativeError } from "#lib/kling/dialects/native-envelope.ts";
import { parseLossless } from "#lib/kling/json.ts";
import { GatewayRefusal } from "./refusal.ts";

/** Several pictures and masks of 10 MB in base64, and room for the rest. */
export const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** Clients are careless about the content type, and no cookie rides on these calls: whatever parses as JSON is JSON. */
export async function readJson(request: Request): Promise<unknown> {
  const body = parse(await readBytes(request, MAX_BODY_BYTES));
  if (isStorable(body)) return body;
  throw new GatewayRefusal(nativeError(1200, "The request body contains characters that no text has"));
}

function parse(bytes: Uint8Array): unknown {
  try {
    return parseLossless(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new GatewayRefusal(nativeError(1200, "The request body is not valid JSON"));
  }
}

/** What no column can hold is the caller's mistake, never a failure of ours. As deep as the parser let it be. */
function isStorable(value: unknown): boolean {
  if (typeof value === "string") return isStorableText(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([name, item]) => isStorableText(name) && isStorable(item));
}
