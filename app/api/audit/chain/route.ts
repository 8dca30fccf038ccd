import { describeChain } from "#lib/audit/list-audit.ts";
import { verifyAuditOperation } from "#lib/contract/audit.ts";
import { defineRoute } from "#lib/http/define-route.ts";

export const GET = defineRoute(verifyAuditOperation, ({ caller }) => describeChain(caller.teamId));
