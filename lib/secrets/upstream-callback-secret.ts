import type { Connection } from "#lib/db/generated/client.ts";
import { open, seal } from "./seal.ts";

type Owner = Pick<Connection, "id" | "teamId">;

/** For `Connection.callbackSecretSealed`: what this upstream signs its callbacks with. */
export function sealUpstreamCallbackSecret(secret: string, owner: Owner): string {
  return seal(secret, contextOf(owner));
}

/**
 * Null where none was given.
 * @throws a plain Error when it was altered, belongs to another row or was sealed with another master key
 */
export function openUpstreamCallbackSecret(
  connection: Owner & Pick<Connection, "callbackSecretSealed">,
): string | null {
  const { callbackSecretSealed } = connection;
  return callbackSecretSealed === null ? null : open(callbackSecretSealed, contextOf(connection));
}

function contextOf({ id, teamId }: Owner): readonly string[] {
  return ["Connection", id, teamId, "callbackSecret"];
}
