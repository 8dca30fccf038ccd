const TEXT = /^(text\/|application\/(json|xml|xhtml))/i;

type Told = { readonly mime: string | null; readonly startsAt: number };

/**
 * Whether a text came where a medium was asked for: an error page with status 200, a log-in page, a proxy's notice. No
 * medium that we take begins with a bracket.
 */
export function isPage(firstBytes: Uint8Array, { mime, startsAt }: Told): boolean {
  if (mime !== null && TEXT.test(mime)) return true;
  if (startsAt !== 0) return false;
  const text = Buffer.from(firstBytes.subarray(0, 64)).toString("utf8");
  return /^\uFEFF?\s*[<{[]/.test(text);
}
