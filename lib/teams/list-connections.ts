import type { ConnectionView } from "#lib/contract/connections.ts";
import { db } from "#lib/db/client.ts";
import type { CapabilityPolicy } from "#lib/kling/violation.ts";

/** Providers whose clips cost nothing. */
const PRACTICE_PROVIDERS: readonly string[] = ["sandbox"];

/** The connections at which a team's members may order now, the default one first. */
export async function listConnections(teamId: string): Promise<ConnectionView[]> {
  const connections = await db.connection.findMany({
    where: { teamId, isEnabled: true },
    orderBy: [{ isDefault: "desc" }, { createdAt: "asc" }],
  });
  return connections.map(({ id, name, provider, isDefault, policy }) => ({
    id,
    name,
    isDefault,
    isPractice: PRACTICE_PROVIDERS.includes(provider),
    policy: policyOf(policy),
  }));
}

/** The column holds nothing else; should it ever, nobody is let past the capability map on a guess. */
function policyOf(text: string): CapabilityPolicy {
  return text === "warn" || text === "off" ? text : "strict";
}
