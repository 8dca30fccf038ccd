import type { SystemTransaction, Transaction } from "#lib/db/client.ts";
import type { Connection } from "#lib/db/generated/client.ts";
import type { Pack } from "#lib/kling/upstreams.ts";

/** A connection, as far as giving its places needs it. */
export type LockedConnection = Pick<
  Connection,
  | "id"
  | "isEnabled"
  | "maxParallel"
  | "maxParallelImages"
  | "maxParallelTryOns"
  | "pausedAt"
  | "breakerFailures"
> & {
  /** Whether its breaker keeps calls away, by the database's clock. */
  readonly isResting: boolean;
};

/**
 * Orders the count of a connection's parallel places: whoever frees one and whoever finds none free must not miss each
 * other. Taken before any task row, by everybody. @returns null when it was deleted
 */
export async function lockConnection(
  tx: Transaction | SystemTransaction,
  connectionId: string,
): Promise<LockedConnection | null> {
  const [connection] = await tx.$queryRaw<LockedConnection[]>`
    SELECT "id", "isEnabled", "maxParallel", "maxParallelImages", "maxParallelTryOns", "pausedAt", "breakerFailures",
      coalesce("breakerOpenUntil" > clock_timestamp(), false) AS "isResting"
    FROM "Connection" WHERE "id" = ${connectionId} FOR NO KEY UPDATE`;
  return connection ?? null;
}

/** Places of the account for one kind of resource pack. */
export function maxPlacesOf(
  connection: Pick<Connection, "maxParallel" | "maxParallelImages" | "maxParallelTryOns">,
  pack: Pack,
): number {
  switch (pack) {
    case "video":
      return connection.maxParallel;
    case "image":
      return connection.maxParallelImages;
    case "try_on":
      return connection.maxParallelTryOns;
  }
}
