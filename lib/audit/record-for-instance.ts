import { type AuditAction, INSTANCE_CHAIN } from "#lib/contract/audit-actions.ts";
import { systemDb } from "#lib/db/client.ts";
import { OPERATOR } from "./acting.ts";
import { type AuditedAct, appendAudit } from "./append-audit.ts";

/** What an operator did from the command line, after it was done: it goes over many transactions, or over none of ours. */
export function recordForInstance<A extends AuditAction>(
  action: A,
  details: NonNullable<AuditedAct<A>["details"]>,
): Promise<void> {
  return systemDb.$transaction((tx) =>
    appendAudit(tx, { teamId: INSTANCE_CHAIN, action, objectId: null, by: OPERATOR, details }),
  );
}
