import { AppError } from "#lib/shared/errors.ts";
import { isStorableText } from "./storable-text.ts";

export const DEFAULT_MAX_BODY_BYTES = 1024 * 1024;

/**
 * The body as bytes, counted while it streams in: a missing or lying `Content-Length` changes nothing.
 * @throws AppError payload_too_large
 */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  refuseAbove(Number(request.headers.get("content-length") ?? 0), maxBytes);
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let total = 0;
  const reader = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    total += part.value.byteLength;
    if (total > maxBytes) {
      await reader.cancel();
      refuseAbove(total, maxBytes);
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

/**
 * The body as JSON. Only `application/json` is taken, so that no cross-site form can reach a handler.
 * @throws AppError unsupported_media_type | payload_too_large | invalid_request
 */
export async function readJson(
  request: Request,
  maxBytes: number,
): Promise<{ value: unknown; bytes: Uint8Array }> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new AppError("unsupported_media_type", "Send application/json.");
  const bytes = await readBytes(request, maxBytes);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { value: JSON.parse(text, refuseOddText), bytes };
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("invalid_request", "The body is not valid JSON.", { cause });
  }
}

/** Sees every name and value: what no column can hold is the caller's mistake, never a failure of ours. */
function refuseOddText(name: string, value: unknown): unknown {
  if (isStorableText(name) && (typeof value !== "string" || isStorableText(value))) return value;
  throw new AppError("invalid_request", "The body contains characters that no text has.");
}

function refuseAbove(bytes: number, maxBytes: number): void {
  if (bytes > maxBytes) {
    throw new AppError("payload_too_large", `The body is larger than ${maxBytes} bytes.`, {
      details: { maxBytes },
    });
  }
}
