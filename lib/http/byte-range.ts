/** What part of a file a request asks for; both ends included. */
export type AskedRange =
  | { readonly kind: "whole" }
  | { readonly kind: "part"; readonly start: number; readonly end: number }
  /** Nonsense, several ranges, or nothing of the file: 416. */
  | { readonly kind: "unsatisfiable" };

const WHOLE: AskedRange = { kind: "whole" };
const UNSATISFIABLE: AskedRange = { kind: "unsatisfiable" };

/** Reads a `Range` header (RFC 9110, 14.2) for a file of `bytes`. Units other than bytes are ignored, as the RFC wants. */
export function readRange(header: string | null, bytes: number): AskedRange {
  if (header === null || !/^bytes=/i.test(header)) return WHOLE;
  const [, startText = "", endText = ""] =
    /^bytes=(\d{0,15})-(\d{0,15})$/i.exec(header.replaceAll(" ", "")) ?? [];
  if (startText === "" && endText === "") return UNSATISFIABLE;
  if (startText === "") return lastBytes(Number(endText), bytes);
  const start = Number(startText);
  const end = endText === "" ? bytes - 1 : Math.min(Number(endText), bytes - 1);
  return start > end ? UNSATISFIABLE : { kind: "part", start, end };
}

function lastBytes(count: number, bytes: number): AskedRange {
  if (count === 0 || bytes === 0) return UNSATISFIABLE;
  return { kind: "part", start: Math.max(0, bytes - count), end: bytes - 1 };
}
