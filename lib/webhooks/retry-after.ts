/** The wait that a `retry-after` header asks for, in milliseconds from `now`; null when it says nothing that can be read. */
export function readRetryAfter(header: string | null, now: Date): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  // Only a date with a weekday and a zone is one of HTTP; Date.parse would take much else.
  if (!/^[A-Z][a-z]{2}, .{20,24} GMT$/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
