import type { Db, Transaction } from "#lib/db/client.ts";
import { waitingLine } from "./waiting-line.ts";

type QueuedRow = { readonly id: string; readonly connectionId: string; readonly status: string };

/** How many tasks of the same connection and pack go before each of those that are queued. */
export async function queuePositions(
  client: Db | Transaction,
  rows: readonly QueuedRow[],
): Promise<ReadonlyMap<string, number>> {
  const queued = rows.filter((row) => row.status === "queued");
  if (queued.length === 0) return new Map();
  const connectionIds = [...new Set(queued.map((row) => row.connectionId))];
  const places = await client.$queryRaw<{ id: string; position: number }[]>`
    SELECT "id", "position" FROM (${waitingLine(connectionIds)}) AS line
    WHERE "id" = ANY(${queued.map((row) => row.id)})`;
  return new Map(places.map(({ id, position }) => [id, position]));
}
