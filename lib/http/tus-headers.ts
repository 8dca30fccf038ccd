import { AppError } from "#lib/shared/errors.ts";

/** tus 1.0.0, https://tus.io/protocols/resumable-upload: the headers that carry it. Pure. */
export const TUS_VERSION = "1.0.0";

export const TUS_EXTENSIONS = "creation,termination,expiration";

/** The only type of a PATCH (3.4). */
export const OFFSET_STREAM = "application/offset+octet-stream";

const MAX_METADATA_CHARACTERS = 4_096;

/**
 * Upload-Metadata (creation): pairs of a name and a base64 value, separated by commas; a value may be missing.
 * @throws AppError invalid_request
 */
export function readMetadata(header: string | null): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (header === null || header.trim() === "") return found;
  if (header.length > MAX_METADATA_CHARACTERS) throw refused("Upload-Metadata is too long.");
  for (const pair of header.split(",")) {
    const [name = "", value = "", ...more] = pair.trim().split(" ");
    if (name === "" || more.length > 0 || found.has(name) || !/^[A-Za-z0-9+/]*={0,2}$/.test(value))
      throw refused("Upload-Metadata is not as tus 1.0.0 writes it.");
    found.set(name, Buffer.from(value, "base64").toString("utf8"));
  }
  return found;
}

/** A whole number of bytes. @throws AppError invalid_request */
export function readByteCount(headers: Headers, name: "Upload-Length" | "Upload-Offset"): number {
  const text = headers.get(name);
  if (text !== null && /^(0|[1-9][0-9]{0,14})$/.test(text)) return Number(text);
  throw refused(`Send ${name} as a whole number of bytes.`);
}

/** As the sender says; null when it does not, as with chunks. */
export function readContentLength(headers: Headers): number | null {
  const text = headers.get("content-length");
  return text !== null && /^[0-9]{1,15}$/.test(text) ? Number(text) : null;
}

function refused(message: string): AppError {
  return new AppError("invalid_request", message);
}
