export type ContentRange = {
  readonly firstByte: number;
  /** Of the whole file; null when the sender does not know it. */
  readonly totalBytes: number | null;
};

/** Reads `bytes 5-9/10` or `bytes 5-9/*`; null for anything else. */
export function readContentRange(header: string): ContentRange | null {
  const match = /^bytes (\d{1,15})-\d{1,15}\/(\d{1,15}|\*)$/.exec(header.trim());
  if (match === null) return null;
  const [, first, total] = match;
  return { firstByte: Number(first), totalBytes: total === "*" ? null : Number(total) };
}
