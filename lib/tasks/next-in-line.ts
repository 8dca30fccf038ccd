import type { SystemTransaction, Transaction } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { PACKS, type Pack } from "#lib/kling/upstreams.ts";
import { breakerState } from "./breaker.ts";
import { type LockedConnection, maxPlacesOf } from "./lock-connection.ts";
import { pickNext, type Room } from "./room.ts";
import { OCCUPYING } from "./transitions.ts";
import { waitingLine } from "./waiting-line.ts";

type AnyTransaction = Transaction | SystemTransaction;

/** A task that may take its place now. */
export type Next = {
  readonly id: string;
  readonly connectionId: string;
  readonly paidTry: number;
  readonly places: number;
  /** Null: no job of its own is on the way, somebody has to wake it. */
  readonly nextStepAt: Date | null;
};

/** No account has more places in a pack. */
const LOOK_AT = 200;

/** What keeps new tasks away from a connection; a person's switch is another matter. */
export function isClosed({ pausedAt, breakerFailures, isResting }: LockedConnection): boolean {
  return pausedAt !== null || breakerState({ failures: breakerFailures, isResting }) === "open";
}

/**
 * Who may be submitted now on a connection whose lock is held: as many from the heads of its lines as there are free
 * places. Tasks that were put off are not asked before their time, except `callerId`, whose time has come. By the clock and not by
 * the transaction's time, which stood still while the lock was waited for: others were woken meanwhile.
 */
export async function nextInLine(
  tx: AnyTransaction,
  connection: LockedConnection,
  { packs = PACKS, callerId = "" }: { readonly packs?: readonly Pack[]; readonly callerId?: string } = {},
): Promise<readonly Next[]> {
  if (isClosed(connection)) return [];
  const line = await tx.$queryRaw<(Next & { pack: Pack })[]>`
    SELECT "id", "connectionId", "paidTry", "places", "nextStepAt", "pack" FROM (${waitingLine([connection.id])}) AS line
    WHERE "pack" = ANY(${[...packs]}) AND "position" < ${LOOK_AT}
      AND ("nextStepAt" IS NULL OR "nextStepAt" <= clock_timestamp() OR "id" = ${callerId})
    ORDER BY "position"`;
  const next: Next[] = [];
  for (const pack of packs) {
    const waiting = line.filter((it) => it.pack === pack);
    if (waiting.length > 0) next.push(...pickNext(waiting, await roomOf(tx, { connection, pack })));
  }
  const { breakerFailures: failures, isResting } = connection;
  return breakerState({ failures, isResting }) === "probe" ? next.slice(0, 1) : next;
}

type RoomWanted = { readonly connection: LockedConnection; readonly pack: Pack };

async function roomOf(tx: AnyTransaction, { connection, pack }: RoomWanted): Promise<Room> {
  const [row] = await tx.$queryRaw<{ taken: number; places: number | null; isClosed: boolean | null }[]>`
    SELECT counted."taken", learned."places", learned."closedUntil" > clock_timestamp() AS "isClosed"
    FROM (${takenPlaces(connection.id, pack)}) AS counted
    LEFT JOIN "PackLimit" AS learned ON learned."connectionId" = ${connection.id} AND learned."pack" = ${pack}`;
  const { taken = 0, places = null, isClosed = null } = row ?? {};
  const learned = places === null ? null : { places, isClosed: isClosed === true };
  return { max: maxPlacesOf(connection, pack), taken, learned };
}

/** A query for the places that are taken, in `taken`. */
export function takenPlaces(connectionId: string, pack: string): Prisma.Sql {
  return Prisma.sql`
    SELECT coalesce(sum("places"), 0)::int AS "taken" FROM "Task"
    WHERE "connectionId" = ${connectionId} AND "pack" = ${pack} AND "status" = ANY(${[...OCCUPYING]})`;
}
