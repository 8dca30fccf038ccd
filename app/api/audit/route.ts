import { listAudit } from "#lib/audit/list-audit.ts";
import { listAuditOperation } from "#lib/contract/audit.ts";
import { defineRoute } from "#lib/http/define-route.ts";

export const GET = defineRoute(listAuditOperation, ({ caller, query }) =>
  listAudit({ teamId: caller.teamId, ...query }),
);
