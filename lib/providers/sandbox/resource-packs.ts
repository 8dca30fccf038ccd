import { systemDb } from "#lib/db/client.ts";
import type { ResourcePack } from "#lib/kling/selection.ts";

const PACK_UNITS = 1_000;
const PACK_ID = "sandbox-units";
const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** One pack of units that the sandbox's own books count down; it is never refused for being empty. */
export async function resourcePacks(): Promise<readonly ResourcePack[]> {
  const [row] = await systemDb.$queryRaw<{ charged: number; since: Date | null }[]>`
    SELECT coalesce(sum(("result"->>'chargedUnits')::float8), 0) AS "charged", min("createdAt") AS "since"
    FROM "SandboxTask" WHERE "state" = 'succeeded'`;
  const remaining = Math.max(0, PACK_UNITS - (row?.charged ?? 0));
  const since = (row?.since ?? new Date()).getTime();
  return [
    {
      resource_pack_name: "Sandbox",
      resource_pack_id: PACK_ID,
      resource_pack_type: "decreasing_total",
      total_quantity: PACK_UNITS,
      remaining_quantity: remaining,
      purchase_time: since,
      effective_time: since,
      invalid_time: since + YEAR_MS,
      status: remaining > 0 ? "online" : "runOut",
    },
  ];
}
