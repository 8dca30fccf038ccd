import { type Credential, credentialSchema } from "#lib/contract/credential.ts";
import type { Connection } from "#lib/db/generated/client.ts";
import { open, seal } from "./seal.ts";

type Owner = Pick<Connection, "id" | "teamId">;

/** For `Connection.credentialSealed`; it opens only in the row of this connection and team. */
export function sealCredential(credential: Credential, owner: Owner): string {
  return seal(JSON.stringify(credential), contextOf(owner));
}

/**
 * Null for a connection that has none.
 * @throws a plain Error when it was altered, belongs to another row or was sealed with another master key
 */
export function openCredential(connection: Owner & Pick<Connection, "credentialSealed">): Credential | null {
  if (connection.credentialSealed === null) return null;
  return credentialSchema.parse(JSON.parse(open(connection.credentialSealed, contextOf(connection))));
}

/** The last characters, by which people tell credentials apart; never enough to use one. */
export function credentialHint(credential: Credential): string {
  const text = credential.kind === "api_key" ? credential.key : credential.accessKey;
  return text.length < 12 ? "…" : `…${text.slice(-4)}`;
}

function contextOf({ id, teamId }: Owner): readonly string[] {
  return ["Connection", id, teamId, "credential"];
}
