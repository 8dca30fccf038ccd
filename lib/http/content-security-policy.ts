type PageConditions = {
  /** Fresh for every answer; scripts and styles that carry it may run. */
  readonly nonce: string;
  /** `next dev` evaluates modules and talks to its own socket. */
  readonly isDevelopment: boolean;
  /** Whether people reach the studio over https. */
  readonly isSecure: boolean;
};

/**
 * For data and media: nothing may load, run or frame it, and what a browser shows of it has no origin. Users'
 * pictures come from such paths.
 */
export const DATA_POLICY =
  "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** For the studio's own scripts and styles; a worker script's policy is the worker's, which may fetch from us. */
export const ASSET_POLICY = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/**
 * The policy of a page: only scripts that this very answer named, media only from ourselves, no frames, no plug-ins.
 * Style attributes alone are free, because React writes them; they cannot load or run anything.
 */
export function pagePolicy({ nonce, isDevelopment, isSecure }: PageConditions): string {
  const own = `'nonce-${nonce}'`;
  const directives: readonly (readonly string[])[] = [
    ["default-src", "'none'"],
    ["script-src", own, "'strict-dynamic'", ...(isDevelopment ? ["'unsafe-eval'"] : [])],
    // A nonce would switch 'unsafe-inline' off, and the development overlay writes bare <style> elements.
    ["style-src", "'self'", isDevelopment ? "'unsafe-inline'" : own],
    ["style-src-attr", "'unsafe-inline'"],
    ["img-src", "'self'", "blob:", "data:"],
    ["media-src", "'self'", "blob:"],
    ["font-src", "'self'"],
    ["connect-src", "'self'", ...(isDevelopment ? ["ws:"] : [])],
    ["worker-src", "'self'", "blob:"],
    ["manifest-src", "'self'"],
    ["form-action", "'self'"],
    ["frame-ancestors", "'none'"],
    ["base-uri", "'none'"],
    ["object-src", "'none'"],
    ...(isSecure ? [["upgrade-insecure-requests"]] : []),
  ];
  return directives.map((directive) => directive.join(" ")).join("; ");
}
