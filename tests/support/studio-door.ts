import { serveGateway } from "#lib/gateway/serve.ts";

/** Where a studio runs that the tests are to be pointed at (`npm run test:cluster`); without it they carry their own. */
export const STUDIO_ORIGIN = process.env.STUDIO_ORIGIN;

/** `duplex`: for a body that streams in; the type of the platform does not have it yet. */
type Knock = RequestInit & { readonly duplex?: "half" };

/** One call of a Kling client, answered in this process or by the studio at `STUDIO_ORIGIN`. @param path with its query */
export function knockAtGateway(path: string, init: Knock): Promise<Response> {
  if (STUDIO_ORIGIN !== undefined) return fetch(`${STUDIO_ORIGIN}${path}`, { ...init, redirect: "manual" });
  const request = new Request(`http://studio.test${path}`, init);
  const own = new URL(request.url).pathname;
  const isPrefixed = own.startsWith("/kling/");
  return serveGateway(request, isPrefixed ? own.slice("/kling".length) : own, { isPrefixed });
}
