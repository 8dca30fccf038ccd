import type { AuditActor, AuditEntry } from "#lib/contract/audit.ts";
import { AUDIT_ACTIONS, AUDIT_ACTOR_KINDS, AUDIT_TABLE } from "#lib/contract/audit-actions.ts";
import { db, systemDb } from "#lib/db/client.ts";
import type { ChainedEntry } from "./audit-chain.ts";

type Who = Pick<ChainedEntry, "actorKind" | "actorId">;

/**
 * Entries with the names that people and things have now: the log itself keeps ids only, so that whoever deletes their account is gone
 * from it as well.
 */
export async function nameEntries(teamId: string, entries: readonly ChainedEntry[]): Promise<AuditEntry[]> {
  const ids = entries.flatMap(({ actorId, objectId }) => [actorId, objectId].filter((id) => id !== null));
  const names = await namesOf(teamId, ids);
  return entries.map((entry) => {
    const { seq, at, objectId, details, requestId, hash } = entry;
    const action = actionOf(entry.action);
    const object = {
      type: AUDIT_TABLE[action].object,
      id: objectId,
      name: names.get(objectId ?? "") ?? null,
    };
    return {
      seq,
      at: at.toISOString(),
      actor: actorOf(entry, names),
      action,
      object,
      details: { ...details },
      requestId,
      hash,
    };
  });
}

/** Whoever stands in a team's log as the one who acted. */
export async function listActors(teamId: string): Promise<AuditActor[]> {
  const rows = await db.auditEntry.findMany({
    where: { teamId, actorId: { not: null } },
    distinct: ["actorKind", "actorId"],
    select: { actorKind: true, actorId: true },
  });
  const names = await namesOf(
    teamId,
    rows.flatMap(({ actorId }) => actorId ?? []),
  );
  return rows.map((row) => actorOf(row, names));
}

function actorOf({ actorKind, actorId }: Who, names: ReadonlyMap<string, string>): AuditActor {
  const kind = AUDIT_ACTOR_KINDS.find((known) => known === actorKind) ?? "system";
  return { kind, id: actorId, name: names.get(actorId ?? "") ?? null };
}

/** @throws a plain Error for one that this version does not know */
function actionOf(text: string) {
  const action = AUDIT_ACTIONS.find((known) => known === text);
  if (action === undefined) throw new Error(`unknown action in the audit log: ${text}`);
  return action;
}

/** Ids tell their kind by their prefix: each is asked for where it can be, within the team. */
async function namesOf(teamId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const id = { in: [...new Set(ids)] };
  const where = { id, teamId };
  const select = { id: true, name: true };
  const [people, invitations, keys, connections, webhooks, tasks] = await Promise.all([
    systemDb.user.findMany({ where: { id }, select }),
    systemDb.invitation.findMany({
      where: { id, organizationId: teamId },
      select: { id: true, email: true },
    }),
    db.apiKey.findMany({ where, select }),
    db.connection.findMany({ where, select }),
    db.webhook.findMany({ where, select: { id: true, url: true } }),
    db.task.findMany({ where, select: { id: true, prompt: true } }),
  ]);
  return new Map([
    ...[...people, ...keys, ...connections].map((it) => [it.id, it.name] as const),
    ...invitations.map((it) => [it.id, it.email] as const),
    ...webhooks.map((it) => [it.id, new URL(it.url).host] as const),
    ...tasks.map((it) => [it.id, it.prompt.slice(0, PROMPT_CHARACTERS)] as const),
  ]);
}

const PROMPT_CHARACTERS = 80;
