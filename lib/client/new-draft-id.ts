const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Digits of a time in milliseconds, until the year 10889. */
const TIME_DIGITS = 10;

/**
 * An id as `newId("draft")` makes it: the browser names a draft before the server knows of it, so that a save whose answer
 * was lost can be repeated. Without the library that numbers ids of one millisecond: nobody makes two.
 */
export function newDraftId(nowMs: number = Date.now()): string {
  let time = "";
  for (let left = nowMs, digits = 0; digits < TIME_DIGITS; digits += 1, left = Math.floor(left / 32)) {
    time = ALPHABET.charAt(left % 32) + time;
  }
  const random = crypto.getRandomValues(new Uint8Array(16));
  return `draft_${time}${Array.from(random, (byte) => ALPHABET.charAt(byte % 32)).join("")}`;
}
