/** How a request names a picture: one of our assets, an address on the web, or the file itself. */
export type MediaForm = "asset" | "url" | "base64";

const ASSET_ID = /^asset_[0-9A-HJKMNP-TV-Z]{26}$/;

/**
 * Tells the form of a media reference by its first characters only; it does not say that the reference is well-formed
 * (see `isMediaReference`). An asset id contains `_`, which no base64 text can, so the forms never overlap.
 */
export function mediaForm(reference: string): MediaForm {
  if (ASSET_ID.test(reference)) return "asset";
  return /^https?:\/\//i.test(reference) ? "url" : "base64";
}

/** Whether the text is a usable media reference: an asset id, an absolute http(s) URL, or unbroken raw base64. */
export function isMediaReference(reference: string): boolean {
  switch (mediaForm(reference)) {
    case "asset":
      return true;
    case "url":
      return isHttpUrl(reference);
    case "base64":
      return isBase64(reference);
  }
}

/** Longest URL we take: long enough for any presigned link. Ours; upstream states none. */
export const MAX_URL_CHARACTERS = 8192;

export function isHttpUrl(text: string): boolean {
  if (text.length > MAX_URL_CHARACTERS || !URL.canParse(text)) return false;
  const { protocol } = new URL(text);
  return protocol === "http:" || protocol === "https:";
}

/**
 * Standard alphabet, padded or not. A loop and not a regular expression: pictures reach 14 million characters, where a
 * greedy class can exhaust the engine's backtrack stack.
 */
export function isBase64(text: string): boolean {
  const unpadded = text.replace(/={1,2}$/, "");
  if (unpadded.length === 0 || unpadded.length % 4 === 1) return false;
  if (unpadded.length !== text.length && text.length % 4 !== 0) return false;
  for (let index = 0; index < unpadded.length; index += 1) {
    if (!isBase64CharCode(unpadded.charCodeAt(index))) return false;
  }
  return true;
}

function isBase64CharCode(code: number): boolean {
  const isUpper = code >= 65 && code <= 90;
  const isLower = code >= 97 && code <= 122;
  const isDigit = code >= 48 && code <= 57;
  return isUpper || isLower || isDigit || code === 43 || code === 47;
}
