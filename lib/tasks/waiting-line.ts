import { Prisma } from "#lib/db/generated/client.ts";

/**
 * Everybody who waits on these connections, as the text of a query with `id`, `paidTry`, `connectionId`, `pack`, `places`,
 * `nextStepAt` and `position` (0 goes first) in the line of its connection and pack. The higher priority goes first; then members take
 * turns: whoever has the fewest places running, their earlier ones in the line included, and among equals whoever was not
 * served for longest; then the turn, which a person may exchange.
 */
export function waitingLine(connectionIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT waiting.*, (row_number() OVER (
      PARTITION BY "connectionId", "pack"
      ORDER BY "priority" DESC, coalesce("ownBefore", 0) + coalesce(running."ownRunning", 0),
        "servedAt" NULLS FIRST, "turnAt", "id"
    ) - 1)::int AS "position"
    FROM (
      SELECT "id", "paidTry", "connectionId", "pack", "places", "nextStepAt", "priority", "turnAt", "createdById",
        sum("places") OVER (
          PARTITION BY "connectionId", "pack", "createdById" ORDER BY "priority" DESC, "turnAt", "id"
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS "ownBefore"
      FROM "Task" WHERE "connectionId" = ANY(${[...connectionIds]}) AND "status" = 'queued'
    ) AS waiting
    LEFT JOIN (
      SELECT "connectionId" AS "onId", "pack" AS "onPack", "createdById" AS "ownerId", sum("places") AS "ownRunning"
      FROM "Task"
      WHERE "connectionId" = ANY(${[...connectionIds]}) AND "status" IN ('submitting', 'submitted', 'processing')
      GROUP BY 1, 2, 3
    ) AS running
      ON "onId" = "connectionId" AND "onPack" = "pack" AND "ownerId" IS NOT DISTINCT FROM "createdById"
    LEFT JOIN (
      SELECT "onId" AS "servedOnId", "ownerId" AS "servedId", (
        SELECT "calledAt" FROM "Task"
        WHERE "connectionId" = "onId" AND "createdById" = "ownerId" AND "calledAt" IS NOT NULL
        ORDER BY "calledAt" DESC LIMIT 1
      ) AS "servedAt"
      FROM (
        SELECT DISTINCT "connectionId" AS "onId", "createdById" AS "ownerId" FROM "Task"
        WHERE "connectionId" = ANY(${[...connectionIds]}) AND "status" = 'queued'
      ) AS members
    ) AS served ON "servedOnId" = "connectionId" AND "servedId" = "createdById"`;
}
