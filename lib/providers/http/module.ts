import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { systemDb } from "#lib/db/client.ts";
import type { Connection } from "#lib/db/generated/client.ts";
import type { Dialect } from "#lib/kling/endpoints.ts";
import { httpUpstreamOf } from "#lib/kling/upstreams.ts";
import { invertMask } from "#lib/media/invert-mask.ts";
import { callUpstream } from "#lib/net/call-upstream.ts";
import type { ProviderModule } from "#lib/providers/registry.ts";
import { openCredential } from "#lib/secrets/credential.ts";
import { type Authorization, authorizationOf } from "./authorization.ts";
import { countCall, flushCalls } from "./count-calls.ts";
import type { DialectClient } from "./dialect-client.ts";
import { generationsClient } from "./generations.ts";
import { createHttpProvider } from "./http-provider.ts";
import { nativeClient } from "./native.ts";
import { createTransport } from "./transport.ts";
import { unifiedClient } from "./unified.ts";

const CLIENTS: Readonly<Record<Dialect, DialectClient>> = {
  native: nativeClient,
  unified: unifiedClient,
  generations: generationsClient,
};

/** Every upstream that is reached over HTTP; `Connection.provider` names its dialect. */
export const httpModule: ProviderModule = {
  connect(connection) {
    const upstream = httpUpstreamOf(connection);
    if (upstream === null || connection.baseUrl === null) return null; // deleted: its row stays for its tasks alone
    const { id: connectionId, baseUrl } = connection;
    const transport = createTransport({
      connectionId,
      baseUrl,
      authorization: rememberedAuthorization(connection),
      fetch: callUpstream,
      now: Date.now,
      newRequestId: randomUUID,
      count: countCall,
    });
    return createHttpProvider({
      upstream,
      client: CLIENTS[upstream.dialect],
      transport,
      sawDuplicateRefusal: connection.duplicateRefusalSeenAt !== null,
      hasOldAxes: connection.axisSemantics === "old",
      invertMask: connection.maskPolarity === "black" ? invertMask : null,
      nowMs: Date.now,
      onDuplicateRefused: () => noteDuplicateRefusal(connection),
      countOutput: (outcome) => countCall({ connectionId, operation: "output", outcome, latencyMs: 0 }),
    });
  },
  async run(signal) {
    if (!signal.aborted) await once(signal, "abort");
    await flushCalls();
  },
};

/** By connection: tokens, and what was learnt of the upstream's clock, outlive the provider of one step. */
const authorizations = new Map<string, { readonly sealed: string; readonly authorization: Authorization }>();

function rememberedAuthorization(connection: Connection): Authorization | null {
  const { id, credentialSealed } = connection;
  if (credentialSealed === null) return null;
  const remembered = authorizations.get(id);
  if (remembered?.sealed === credentialSealed) return remembered.authorization;
  const credential = openCredential(connection);
  if (credential === null) return null;
  const authorization = authorizationOf(credential);
  authorizations.set(id, { sealed: credentialSealed, authorization });
  return authorization;
}

/** From now on this upstream is class A: the same id may be sent again (`lib/kling/submission-class.ts`). */
async function noteDuplicateRefusal({ id, duplicateRefusalSeenAt }: Connection): Promise<void> {
  if (duplicateRefusalSeenAt !== null) return;
  const where = { id, duplicateRefusalSeenAt: null };
  await systemDb.connection.updateMany({ where, data: { duplicateRefusalSeenAt: new Date() } });
}
