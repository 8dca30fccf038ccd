import { appendAudit } from "#lib/audit/append-audit.ts";
import type { LibraryDeletion } from "#lib/contract/library.ts";
import { can, type Principal } from "#lib/contract/permissions.ts";
import { db } from "#lib/db/client.ts";
import type { Connection } from "#lib/db/generated/client.ts";
import type { LibraryKind } from "#lib/kling/library.ts";
import type { Provider } from "#lib/providers/provider.ts";
import { AppError } from "#lib/shared/errors.ts";

type Hands = {
  /** Null for a connection that leads nowhere any more. */
  readonly providerOf: (connection: Connection) => Provider | null;
  readonly signal: AbortSignal;
};

type Deleting = { readonly caller: Principal; readonly id: string };

/**
 * Deletes an element upstream, and then here. Dying between the two does no harm: upstream then knows it no more, and says so.
 * @throws AppError not_found, forbidden, provider_unavailable
 */
export async function deleteElement({ caller, id }: Deleting, hands: Hands): Promise<LibraryDeletion> {
  const { teamId } = caller;
  const row = await db.element.findFirst({ where: { teamId, id, deletedAt: null }, include: OWNED });
  if (row === null) throw new AppError("not_found", "There is no such element.");
  requireOwn(caller, row);
  const kind = row.library === "custom" ? "custom-elements" : "advanced-custom-elements";
  const upstream = await forget({ kind, id: row.upstreamElementId, connection: row.connection }, hands);
  await db.$transaction(async (tx) => {
    const where = { teamId, id, deletedAt: null };
    const { count } = await tx.element.updateMany({ where, data: { deletedAt: new Date() } });
    if (count > 0) await appendAudit(tx, { teamId, action: "element.removed", objectId: id });
  });
  return { upstream };
}

/** The same for a voice of the team's own. */
export async function deleteVoice({ caller, id }: Deleting, hands: Hands): Promise<LibraryDeletion> {
  const { teamId } = caller;
  const row = await db.voice.findFirst({ where: { teamId, id, deletedAt: null }, include: OWNED });
  if (row === null) throw new AppError("not_found", "There is no such voice.");
  requireOwn(caller, row);
  const kept = { kind: "custom-voices", id: row.upstreamVoiceId, connection: row.connection } as const;
  const upstream = await forget(kept, hands);
  await db.$transaction(async (tx) => {
    const where = { teamId, id, deletedAt: null };
    const { count } = await tx.voice.updateMany({ where, data: { deletedAt: new Date() } });
    if (count > 0) await appendAudit(tx, { teamId, action: "voice.removed", objectId: id });
  });
  return { upstream };
}

const OWNED = { connection: true, task: { select: { createdById: true } } } as const;

function requireOwn(caller: Principal, { task }: { task: { createdById: string | null } | null }): void {
  if (can(caller, "library.delete", { ownerId: task?.createdById ?? null })) return;
  throw new AppError("forbidden", "Only who made it, an owner or an admin can delete it.");
}

type Kept = { readonly kind: LibraryKind; readonly id: string; readonly connection: Connection };

async function forget({ kind, id, connection }: Kept, { providerOf, signal }: Hands) {
  const deleteKept = providerOf(connection)?.deleteKept;
  return deleteKept === undefined ? "kept" : deleteKept({ kind, id }, signal);
}
