import type { SystemTransaction } from "#lib/db/client.ts";
import { backOffMs } from "./back-off.ts";
import { takenPlaces } from "./next-in-line.ts";

type OfPack = { readonly connectionId: string; readonly pack: string };

const MAX_CLOSED_MS = 60_000;

/**
 * The account refused a task for want of a place: what is running now is what it allows. Nothing goes beyond that until a
 * back-off has passed. To be called when the refused task no longer counts, under the connection's lock.
 */
export async function learnPackLimit(
  tx: SystemTransaction,
  { connectionId, pack, random }: OfPack & { readonly random: number },
): Promise<void> {
  const key = { connectionId_pack: { connectionId, pack } };
  const known = await tx.packLimit.findUnique({ where: key, select: { refusals: true } });
  const refusals = (known?.refusals ?? 0) + 1;
  const seconds = backOffMs({ failures: refusals, maxMs: MAX_CLOSED_MS, random }) / 1000;
  await tx.$executeRaw`
    INSERT INTO "PackLimit" ("connectionId", "pack", "places", "refusals", "closedUntil")
    SELECT ${connectionId}, ${pack}, "taken", ${refusals}::int, now() + make_interval(secs => ${seconds})
    FROM (${takenPlaces(connectionId, pack)}) AS counted
    ON CONFLICT ("connectionId", "pack") DO UPDATE SET "places" = excluded."places", "refusals" = excluded."refusals",
      "closedUntil" = excluded."closedUntil"`;
}

/** The account took one more: that many are allowed at least. Costs nothing where no limit was ever learnt. */
export async function raisePackLimit(tx: SystemTransaction, { connectionId, pack }: OfPack): Promise<void> {
  await tx.$executeRaw`
    UPDATE "PackLimit" SET "refusals" = 0,
      "places" = greatest("places", (SELECT "taken" FROM (${takenPlaces(connectionId, pack)}) AS counted))
    WHERE "connectionId" = ${connectionId} AND "pack" = ${pack}`;
}
