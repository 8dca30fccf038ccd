import type { z } from "zod";
import { appendAudit } from "#lib/audit/append-audit.ts";
import type { updateConnectionSchema } from "#lib/contract/connections.ts";
import type { SystemTransaction } from "#lib/db/client.ts";
import type { Connection } from "#lib/db/generated/client.ts";
import { env } from "#lib/env.ts";
import { UPSTREAMS } from "#lib/kling/upstreams.ts";
import { producerQueue, type Queue } from "#lib/queue/queue.ts";
import { AppError } from "#lib/shared/errors.ts";
import { wakeWaiting } from "#lib/tasks/wake-waiting.ts";
import { baseUrlOf } from "./base-url.ts";
import {
  changeConnections,
  findConnectionOrThrow,
  makeDefault,
  type OfTeam,
  refuseDefault,
} from "./change-connections.ts";
import { presetOf } from "./connection-columns.ts";
import { columnsOf, requireCredentialKind } from "./connection-fields.ts";

export type ConnectionChange = z.output<typeof updateConnectionSchema>;

/**
 * Changes what is given. More places, or a switch turned on, take effect for what waits. The switch of the default cannot be turned off.
 * @throws AppError not_found, conflict with `details.reason` "is_default" | "is_off", invalid_request with `details.path`
 */
export async function updateConnection(connection: OfTeam, change: ConnectionChange): Promise<void> {
  const queue = await producerQueue();
  await changeConnections(connection.teamId, (tx) => applyChange(tx, { connection, change, queue }));
}

type Applying = { readonly connection: OfTeam; readonly change: ConnectionChange; readonly queue: Queue };

async function applyChange(tx: SystemTransaction, { connection, change, queue }: Applying): Promise<void> {
  const row = await findConnectionOrThrow(connection, tx);
  const { dialect, baseUrl, isEnabled, isDefault, ...settings } = change;
  if (isEnabled === false) refuseDefault({ isDefault: row.isDefault || isDefault === true });
  if (isDefault && !(isEnabled ?? row.isEnabled)) throw offCannotBeDefault();
  const { id, teamId } = row;
  await tx.connection.update({
    where: { id, teamId },
    data: {
      ...columnsOf(settings, row),
      ...addressColumns(row, change),
      ...(dialect !== undefined && { provider: dialectOf(row, dialect) }),
      ...(isEnabled !== undefined && { isEnabled }),
    },
  });
  if (isDefault) await makeDefault(tx, connection);
  if (change.parallel !== undefined || isEnabled !== undefined)
    await wakeWaiting(tx, { connectionId: id, queue });
  await appendAudit(tx, {
    teamId,
    action: actionOf(change),
    objectId: id,
    details: { fields: fieldsOf(change) },
  });
}

function actionOf({ credential, callbackSecret }: ConnectionChange) {
  const isSecret = credential !== undefined || callbackSecret !== undefined;
  return isSecret ? "connection.credential_replaced" : "connection.changed";
}

/** The names of what was given, never what it was. */
function fieldsOf(change: ConnectionChange): readonly string[] {
  return Object.entries(change).flatMap(([name, value]) => (value === undefined ? [] : [name]));
}

/**
 * Nobody can read the present credential; were it sent to another address, whoever may change the address could.
 * @throws AppError invalid_request
 */
function addressColumns(row: Connection, { baseUrl: typed, credential }: ConnectionChange) {
  const upstream = UPSTREAMS[presetOf(row)];
  if (credential !== undefined) requireCredentialKind(upstream, credential);
  if (typed === undefined) return {};
  const baseUrl = baseUrlOf({ typed, upstream, allowed: env.OUTBOUND_ALLOWED_HOSTS });
  const isMoved = originOf(baseUrl) !== originOf(row.baseUrl);
  if (isMoved && row.credentialSealed !== null && credential === undefined) {
    throw new AppError("invalid_request", "Another address needs the credential anew.", {
      details: { path: "credential", reason: "address_changed" },
    });
  }
  return { baseUrl };
}

function originOf(url: string | null): string | null {
  return url === null ? null : new URL(url).origin;
}

function dialectOf(row: Connection, dialect: string): string {
  if (presetOf(row) === "custom") return dialect;
  throw new AppError("invalid_request", "What this upstream speaks is known.", {
    details: { path: "dialect", reason: "known" },
  });
}

function offCannotBeDefault(): AppError {
  return new AppError("conflict", "A connection that is switched off cannot be the default.", {
    details: { reason: "is_off" },
  });
}
