import type { Upstream } from "#lib/kling/upstreams.ts";
import { type AllowedHosts, isAllowed, parseOutboundUrl } from "#lib/net/outbound-url.ts";
import { AppError } from "#lib/shared/errors.ts";

type Given = {
  /** As typed; undefined for the preset's own. */
  readonly typed: string | undefined;
  readonly upstream: Upstream;
  /** Hosts of the operator's own network. */
  readonly allowed: AllowedHosts;
};

/**
 * Origin and path prefix of an upstream, without a slash at the end; null for the sandbox. A credential goes there with every call: plain
 * http only within the operator's own network.
 * @throws AppError invalid_request with `details.path` "baseUrl" and `details.reason`
 */
export function baseUrlOf({ typed, upstream, allowed }: Given): string | null {
  if (upstream.id === "sandbox") return null;
  if (typed === undefined) {
    if (upstream.origin === null) throw refusedUrl("missing");
    return upstream.origin + upstream.pathPrefix;
  }
  const url = parseOrRefuse(typed, allowed);
  if (url.search !== "" || url.hash !== "") throw refusedUrl("query");
  if (url.protocol !== "https:" && !isAllowed(url, allowed)) throw refusedUrl("plain_http");
  const path = url.pathname.replace(/\/+$/, "");
  if (path.endsWith("/v1")) throw refusedUrl("version");
  return url.origin + (path === "" ? upstream.pathPrefix : path);
}

function parseOrRefuse(typed: string, allowed: AllowedHosts): URL {
  if (!/^\s*https?:/i.test(typed) || !URL.canParse(typed)) throw refusedUrl("incomplete");
  try {
    return parseOutboundUrl(typed, allowed);
  } catch (cause) {
    throw refusedUrl("not_callable", cause);
  }
}

type Reason = "missing" | "incomplete" | "not_callable" | "plain_http" | "query" | "version";

function refusedUrl(reason: Reason, cause?: unknown): AppError {
  return new AppError("invalid_request", "This cannot be the address of an upstream.", {
    cause,
    details: { path: "baseUrl", reason },
  });
}
