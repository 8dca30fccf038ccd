import { exportAudit } from "#lib/audit/export-audit.ts";
import { exportAuditOperation } from "#lib/contract/audit.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { textDownload } from "#lib/http/text-download.ts";

const MIME = { csv: "text/csv", json: "application/json" } as const;

export const GET = defineRoute(exportAuditOperation, async ({ caller, query }) => {
  const { format } = query;
  const day = new Date().toISOString().slice(0, 10);
  const file = { fileName: `audit-log-${day}.${format}`, mime: MIME[format] };
  return textDownload(await exportAudit(caller.teamId, format), file);
});
