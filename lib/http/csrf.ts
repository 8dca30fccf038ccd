const SAFE_METHODS: readonly string[] = ["GET", "HEAD", "OPTIONS"];

type CsrfQuestion = {
  readonly method: string;
  readonly headers: Headers;
  /** Scheme, host and port at which people reach the studio. */
  readonly ownOrigin: string;
};

/**
 * Whether a call that rides on a cookie may change something. `Sec-Fetch-Site` decides where browsers send
 * it; older ones must name our own origin. `Origin: null` is foreign, and so is a call that says neither.
 */
export function isSameOriginCall({ method, headers, ownOrigin }: CsrfQuestion): boolean {
  if (SAFE_METHODS.includes(method)) return true;
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  return headers.get("origin") === ownOrigin;
}
