import { systemDb } from "#lib/db/client.ts";
import type { Evidence, TaskEvidence } from "./evidence.ts";
import type { Finding } from "./verdict.ts";

/** Ten-thousandths of a unit: what the ledger counts in. */
const FRACTIONS = 10_000;

/** I5: reserved once, closed once, and what was settled is what the simulator charged, task by task and in sum. */
export function ledgerIsInvoice({ tasks, opened, sim }: Evidence): Finding {
  const charges = new Map(
    sim.log.of("charged").map(({ upstreamId, units }) => [upstreamId, fractions(units)]),
  );
  const closed = tasks.filter(({ status }) => status !== "unknown");
  const violations = closed.flatMap((task) => {
    const booked = task.ledger.reduce((sum, { units }) => sum + fractions(units.toFixed()), 0);
    const invoiced = charges.get(task.upstreamTaskId ?? "") ?? 0;
    return [
      ...bookingsOf(task),
      ...(booked === invoiced
        ? []
        : [`${task.id} booked ${booked} and was invoiced ${invoiced} (1/10,000 units)`]),
      ...(fractions(task.settledUnits?.toFixed() ?? "0") === booked
        ? []
        : [`${task.id} shows another price`]),
    ];
  });
  const total = closed.reduce(
    (sum, { ledger }) => sum + ledger.reduce((s, it) => s + fractions(it.units.toFixed()), 0),
    0,
  );
  const known = new Set(closed.map(({ upstreamTaskId }) => upstreamTaskId));
  const invoice = opened.reduce(
    (sum, it) => sum + (known.has(it.upstreamId) ? (charges.get(it.upstreamId) ?? 0) : 0),
    0,
  );
  if (total !== invoice) violations.push(`the ledger says ${total}, the invoice ${invoice} (1/10,000 units)`);
  return { id: "I5", checked: closed.length, violations };
}

function bookingsOf({ id, paidTry, ledger }: TaskEvidence): readonly string[] {
  const tries = Array.from({ length: paidTry }, (_, index) => index + 1);
  return tries.flatMap((paid) => {
    const kinds = ledger.filter((entry) => entry.paidTry === paid).map(({ kind }) => kind);
    const isOnce = kinds.filter((kind) => kind === "reserve").length === 1 && kinds.length === 2;
    return isOnce ? [] : [`${id}, try ${paid}: ${kinds.sort().join(", ") || "nothing"} in the ledger`];
  });
}

/** I6: what a team used is its ledger, and no cap is exceeded. That it never was on the way is F13's to show. */
export async function budgetsHold({ teamIds }: Evidence): Promise<Finding> {
  const where = { teamId: { in: [...teamIds] } };
  const budgets = await systemDb.budget.findMany({ where });
  const sums = await systemDb.ledgerEntry.groupBy({ by: ["teamId"], where, _sum: { units: true } });
  const usedOf = new Map(sums.map(({ teamId, _sum }) => [teamId, fractions(_sum.units?.toFixed() ?? "0")]));
  const violations = budgets.flatMap(({ teamId, scope, usedUnits, capUnits }) => [
    ...(capUnits !== null && usedUnits.gt(capUnits)
      ? [`${scope} of ${teamId}: ${usedUnits} of ${capUnits}`]
      : []),
    ...(scope === "team" && fractions(usedUnits.toFixed()) !== usedOf.get(teamId)
      ? [`${teamId} used ${usedUnits} and its ledger says otherwise`]
      : []),
  ]);
  return { id: "I6", checked: budgets.length, violations };
}

function fractions(units: string): number {
  return Math.round(Number(units) * FRACTIONS);
}
