import { readBytes } from "#lib/http/read-body.ts";
import { nativeError } from "#lib/kling/dialects/native-envelope.ts";
import { parseLossless } from "#lib/kling/json.ts";
import { GatewayRefusal } from "./refusal.ts";

/** Several pictures and masks of 10 MB in base64, and room for the rest. */
export const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** Clients are careless about the content type, and no cookie rides on these calls: whatever parses as JSON is JSON. */
export async function readJson(request: Request): Promise<unknown> {
  const bytes = await readBytes(request, MAX_BODY_BYTES);
  try {
    return parseLossless(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new GatewayRefusal(nativeError(1200, "The request body is not valid JSON"));
  }
}
