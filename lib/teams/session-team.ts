import { systemDb } from "#lib/db/client.ts";

/** The team in which someone worked last, as long as they still belong to it; else the one they joined first. */
export async function lastUsedTeamId(userId: string): Promise<string | null> {
  const [memberships, last] = await Promise.all([
    systemDb.member.findMany({
      where: { userId },
      select: { organizationId: true },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
    systemDb.session.findFirst({
      where: { userId, activeOrganizationId: { not: null } },
      select: { activeOrganizationId: true },
      orderBy: { createdAt: "desc" },
    }),
  ]);
  const teamIds = memberships.map((membership) => membership.organizationId);
  return teamIds.find((id) => id === last?.activeOrganizationId) ?? teamIds[0] ?? null;
}
