import type { Dialect } from "#lib/kling/endpoints.ts";
import { httpUpstreamOf } from "#lib/kling/upstreams.ts";
import { callUpstream } from "#lib/net/call-upstream.ts";
import { authorizationOf } from "#lib/providers/http/authorization.ts";
import { generationsClient } from "#lib/providers/http/generations.ts";
import { createHttpProvider, type HttpProviderDeps } from "#lib/providers/http/http-provider.ts";
import { nativeClient } from "#lib/providers/http/native.ts";
import { createTransport, type TransportDeps } from "#lib/providers/http/transport.ts";
import { unifiedClient } from "#lib/providers/http/unified.ts";
import type { Provider } from "#lib/providers/provider.ts";

const CLIENTS = { native: nativeClient, unified: unifiedClient, generations: generationsClient } as const;

type Wanted = {
  readonly dialect: Dialect;
  readonly preset: string;
  readonly baseUrl: string;
  readonly key: string;
  readonly transport?: Partial<TransportDeps>;
  readonly provider?: Partial<HttpProviderDeps>;
};

/** A provider of an upstream without a connection's row; whatever a test watches is laid over it. */
export function openProvider({ dialect, preset, baseUrl, key, ...given }: Wanted): Provider {
  const upstream = httpUpstreamOf({ provider: dialect, preset });
  if (upstream === null) throw new Error(`${dialect} is no dialect`);
  const transport = createTransport({
    connectionId: "conn_test",
    baseUrl,
    authorization: authorizationOf({ kind: "api_key", key }),
    fetch: callUpstream,
    now: Date.now,
    newRequestId: () => "request-1",
    count: () => undefined,
    ...given.transport,
  });
  return createHttpProvider({
    upstream,
    client: CLIENTS[dialect],
    transport,
    sawDuplicateRefusal: false,
    hasOldAxes: false,
    invertMask: null,
    nowMs: Date.now,
    onDuplicateRefused: async () => undefined,
    countOutput: () => undefined,
    ...given.provider,
  });
}
