/** A path of this site to go on to, or null for anything that could lead elsewhere (`//evil`, `/\evil`, `https:`). */
export function ownPath(text: string | string[] | undefined): string | null {
  if (typeof text !== "string" || !/^\/(?![/\\])[^\p{Cc}]*$/u.test(text)) return null;
  return text;
}
