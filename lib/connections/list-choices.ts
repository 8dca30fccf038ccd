import type { ConnectionView } from "#lib/contract/connections.ts";
import { db } from "#lib/db/client.ts";
import { priceBookOf } from "#lib/tasks/price-units.ts";
import { policyOf, providerNameOf } from "./connection-columns.ts";

/**
 * Where a team's members may order, the default one first; also what is switched off, so that a form can say why it is no
 * choice.
 */
export async function listChoices(teamId: string): Promise<ConnectionView[]> {
  const connections = await db.connection.findMany({
    where: { teamId, removedAt: null },
    orderBy: [{ isDefault: "desc" }, { priority: "desc" }, { createdAt: "asc" }],
  });
  return connections.map((row) => ({
    id: row.id,
    name: row.name,
    isDefault: row.isDefault,
    isPractice: row.provider === "sandbox",
    policy: policyOf(row),
    provider: providerNameOf(row),
    preset: row.preset,
    priceBook: priceBookOf(row),
    isEnabled: row.isEnabled,
    isPaused: row.pausedAt !== null,
  }));
}
