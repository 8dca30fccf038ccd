import type { Connection } from "#lib/db/generated/client.ts";
import { httpModule } from "./http/module.ts";
import type { Provider } from "./provider.ts";
import { sandboxModule } from "./sandbox/module.ts";

/** One kind of provider: how to reach it for a connection, and what of it must run on our side, if anything. */
export type ProviderModule = {
  /** Null for a connection that leads nowhere any more. */
  readonly connect: (connection: Connection) => Provider | null;
  /** Runs until the signal aborts, in every worker; several at once must get along. */
  readonly run?: (signal: AbortSignal) => Promise<void>;
};

/** By the name in `Connection.provider`. A new provider is a folder and a row here. */
const MODULES: Readonly<Record<string, ProviderModule>> = {
  sandbox: sandboxModule,
  native: httpModule,
  unified: httpModule,
  generations: httpModule,
};

/** Null for a name that this version does not know, and for a connection that was deleted. */
export function findProvider(connection: Connection): Provider | null {
  return MODULES[connection.provider]?.connect(connection) ?? null;
}

/** The background services of all providers; settles when all have ended after the abort. */
export async function runProviderServices(signal: AbortSignal): Promise<void> {
  const modules = new Set(Object.values(MODULES));
  await Promise.all([...modules].map((module) => module.run?.(signal)));
}
