import { fetch } from "undici";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/shared/errors.ts";
import { isAllowed, parseOutboundUrl, refused } from "./outbound-url.ts";
import { guarded, isRefusedAddress, unguarded } from "./outside-dispatcher.ts";

const USER_AGENT = "Framewright/1 (+media fetch)";

type FetchOutside = {
  readonly maxBytes: number;
  /** Each is checked like the first address; 0 treats a redirect as a failure. */
  readonly maxRedirects: number;
  readonly signal: AbortSignal;
};

/**
 * GETs a URL that someone outside gave us: the only door through which the studio calls such addresses. The name is resolved once, every
 * record must be public, the connection goes to the checked address, and the peer is looked at again once connected, so that neither a
 * name that changes its mind nor a redirect leads inside. Never sends cookies, keys or headers of ours.
 * @throws AppError invalid_request when the address or the answer is not acceptable, payload_too_large, provider_unavailable (retryable)
 */
export async function fetchOutside(
  text: string,
  { maxBytes, maxRedirects, signal }: FetchOutside,
): Promise<Uint8Array> {
  let url = parseOutboundUrl(text, env.OUTBOUND_ALLOWED_HOSTS);
  for (let hop = 0; hop <= maxRedirects; hop += 1) {
    const response = await call(url, signal);
    const location = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || location === null)
      return readLimited(response, maxBytes);
    await response.body?.cancel();
    if (!URL.canParse(location, url)) throw refused("it redirects to something that is not a URL");
    url = parseOutboundUrl(new URL(location, url).href, env.OUTBOUND_ALLOWED_HOSTS);
  }
  throw refused("it redirects too often");
}

type OutsideResponse = Awaited<ReturnType<typeof fetch>>;

async function call(url: URL, signal: AbortSignal): Promise<OutsideResponse> {
  try {
    return await fetch(url, {
      dispatcher: isAllowed(url, env.OUTBOUND_ALLOWED_HOSTS) ? unguarded : guarded,
      redirect: "manual",
      signal,
      headers: { "user-agent": USER_AGENT, accept: "*/*", "accept-encoding": "identity" },
    });
  } catch (cause) {
    if (isRefusedAddress(cause)) throw refused("it leads to an address that is not public");
    throw new AppError("provider_unavailable", "The address could not be reached.", {
      cause,
      retryable: true,
    });
  }
}

async function readLimited(response: OutsideResponse, maxBytes: number): Promise<Uint8Array> {
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    throw refused(`it answered with status ${response.status}`);
  }
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of response.body) {
    total += chunk.byteLength;
    if (total > maxBytes)
      throw new AppError("payload_too_large", `The file is larger than ${maxBytes} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
