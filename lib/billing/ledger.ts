import type { SystemTransaction, Transaction } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { insertRows } from "#lib/db/insert-rows.ts";
import type { SqlTransaction } from "#lib/db/pipeline.ts";
import { newId } from "#lib/shared/ids.ts";
import { correctBudgets, type Payers, refuseUnknownPriceUnderCap, takeFromBudgets } from "./budgets.ts";

type AnyTransaction = Transaction | SystemTransaction;

/** One paid try of one task, and who pays for it. */
export type PaidTry = Payers & { readonly taskId: string; readonly paidTry: number };

/** A paid try and its price as exact decimal; null when nobody publishes one, so that nothing can be reserved. */
export type Reservation = PaidTry & { readonly units: string | null };

/**
 * Takes what these tries of one team cost from the budgets of who pays for them, all or none.
 * @throws AppError budget_exceeded
 */
export async function reserveUnits(tx: SqlTransaction, reservations: readonly Reservation[]): Promise<void> {
  await takeFromBudgets(tx, reservations.filter(isPriced));
  for (const { units, ...payers } of reservations)
    if (units === null) await refuseUnknownPriceUnderCap(tx, payers);
}

function isPriced(reservation: Reservation): reservation is Reservation & { readonly units: string } {
  return reservation.units !== null;
}

/** Writes the reservations into the ledger, after the task rows that they belong to. */
export async function bookReservations(
  tx: SqlTransaction,
  reservations: readonly Reservation[],
): Promise<void> {
  const rows = reservations.map(({ teamId, taskId, paidTry, units }) => ({
    id: newId("ledgerEntry"),
    teamId,
    taskId,
    paidTry,
    kind: "reserve",
    units: units ?? "0",
  }));
  await insertRows(tx, { into: "LedgerEntry", rows });
}

/**
 * Changes what is reserved for an open try, once: it will cost more or less than it was ordered for, by these units. More is
 * taken from the budgets as any order is; what it costs less is free again.
 * @throws AppError budget_exceeded
 */
export async function adjustReservation(
  tx: AnyTransaction,
  { units, ...adjusted }: PaidTry & { readonly units: string },
): Promise<void> {
  const difference = new Prisma.Decimal(units);
  if (difference.isZero()) return;
  if (difference.isPositive()) await takeFromBudgets(tx, [{ ...adjusted, units }]);
  else await correctBudgets(tx, { ...adjusted, units });
  const { teamId, taskId, paidTry } = adjusted;
  await tx.ledgerEntry.create({
    data: { id: newId("ledgerEntry"), teamId, taskId, paidTry, kind: "adjust", units },
  });
}

/** What a paid try came to: the units charged for it, or null for "as reserved". Zero gives everything back. */
export type Settlement = PaidTry & { readonly chargedUnits: Prisma.Decimal | string | null };

/**
 * Closes a reservation, once: a second settle or release of the same try breaks the ledger's unique key and with it the
 * caller's transaction.
 * @returns the units that were finally charged
 */
export async function closeReservation(tx: AnyTransaction, settlement: Settlement): Promise<Prisma.Decimal> {
  const { teamId, taskId, paidTry, chargedUnits } = settlement;
  const entries = await tx.ledgerEntry.findMany({ where: { teamId, taskId, paidTry } });
  const isOpen = entries.every(({ kind }) => kind === "reserve" || kind === "adjust");
  if (!isOpen || !entries.some(({ kind }) => kind === "reserve")) {
    throw new Error(`task ${taskId}, try ${paidTry}: no open reservation to close`);
  }
  const reserved = entries.reduce((sum, { units }) => sum.plus(units), new Prisma.Decimal(0));
  const charged = chargedUnits === null ? reserved : new Prisma.Decimal(chargedUnits);
  const difference = charged.minus(reserved);
  const kind = chargedUnits !== null && charged.isZero() ? "release" : "settle";
  await tx.ledgerEntry.create({
    data: { id: newId("ledgerEntry"), teamId, taskId, paidTry, kind, units: difference },
  });
  if (!difference.isZero()) await correctBudgets(tx, { ...settlement, units: difference.toFixed() });
  return charged;
}
