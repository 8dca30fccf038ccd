import { appendAudit } from "#lib/audit/append-audit.ts";
import type { SystemTransaction } from "#lib/db/client.ts";
import { AppError } from "#lib/shared/errors.ts";
import {
  changeConnections,
  findConnectionOrThrow,
  type OfTeam,
  refuseDefault,
} from "./change-connections.ts";

/** After these nothing of ours goes there any more, whatever a person decides. */
const ENDED = ["succeeded", "failed", "canceled"];

/**
 * Takes a connection away for good. Where tasks, elements or voices were made there its row stays for their sake, without its
 * secrets; otherwise it is gone.
 * @throws AppError not_found, conflict with `details.reason` "is_default", or "open_tasks" with their count
 */
export async function deleteConnection(connection: OfTeam, { now }: { readonly now: Date }): Promise<void> {
  await changeConnections(connection.teamId, async (tx) => {
    const row = await findConnectionOrThrow(connection, tx);
    refuseDefault(row);
    await refuseOpenTasks(tx, connection);
    const { id, teamId } = row;
    if (await isReferredTo(tx, connection))
      await tx.connection.update({ where: { id, teamId }, data: { ...BARE, removedAt: now } });
    else await tx.connection.delete({ where: { id, teamId } });
    await appendAudit(tx, { teamId, action: "connection.removed", objectId: id });
  });
}

const BARE = {
  isEnabled: false,
  credentialSealed: null,
  credentialHint: null,
  callbackSecretSealed: null,
} as const;

/** Orders take a share of the row's lock when they refer to it: none can slip in behind this count. */
async function refuseOpenTasks(tx: SystemTransaction, { teamId, connectionId }: OfTeam): Promise<void> {
  await tx.$queryRaw`SELECT 1 AS locked FROM "Connection" WHERE "id" = ${connectionId} FOR UPDATE`;
  const open = await tx.task.count({ where: { teamId, connectionId, status: { notIn: ENDED } } });
  if (open === 0) return;
  throw new AppError("conflict", "Tasks of this connection are not done.", {
    details: { reason: "open_tasks", open },
  });
}

async function isReferredTo(tx: SystemTransaction, { teamId, connectionId }: OfTeam): Promise<boolean> {
  const where = { teamId, connectionId };
  const counts = [
    await tx.task.count({ where }),
    await tx.element.count({ where }),
    await tx.voice.count({ where }),
    await tx.mediaSession.count({ where }),
  ];
  return counts.some((count) => count > 0);
}
