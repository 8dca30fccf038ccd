import { expect } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { diskBlobStore } from "#lib/storage/disk-blob-store.ts";

const TERMINAL = ["succeeded", "failed", "canceled"];

type Checked = {
  readonly teamId: string /** Orders that got an answer. */;
  readonly orders: number;
  readonly mediaDir: string;
};

/** What must be true of a team's tasks once everything has come to rest, whatever happened meanwhile. */
export async function checkInvariants({ teamId, orders, mediaDir }: Checked): Promise<void> {
  const tasks = await systemDb.task.findMany({ where: { teamId }, include: { outputs: true, ledger: true } });
  expect(tasks, "every answered order is a task, and nothing else is").toHaveLength(orders);
  expect(
    tasks.filter((task) => !TERMINAL.includes(task.status)),
    "nothing is left over",
  ).toEqual([]);
  await checkUpstream(tasks.map((task) => task.upstreamExternalId));
  for (const { ledger } of tasks) {
    expect(ledger.map((entry) => entry.kind === "reserve").sort(), "reserved once and closed once").toEqual([
      false,
      true,
    ]);
  }
  await checkMoney(teamId);
  await checkEvents(teamId);
  await checkFiles(tasks, mediaDir);
}

async function checkUpstream(externalIds: readonly string[]): Promise<void> {
  const opened = await systemDb.sandboxTask.findMany({ where: { state: { not: "refused" } } });
  const counted = externalIds.map((id) => opened.filter((task) => task.externalId === id).length);
  expect(new Set(counted), "each intent opened exactly one task upstream").toEqual(new Set([1]));
  const intents = await systemDb.task.findMany({ select: { upstreamExternalId: true } });
  const known = new Set(intents.map((task) => task.upstreamExternalId));
  const strays = opened.filter((task) => !known.has(task.externalId));
  expect(strays, "nothing was opened upstream without an intent").toEqual([]);
}

async function checkMoney(teamId: string): Promise<void> {
  const ledger = await systemDb.ledgerEntry.aggregate({ where: { teamId }, _sum: { units: true } });
  const settled = await systemDb.task.aggregate({ where: { teamId }, _sum: { settledUnits: true } });
  const charged = await systemDb.task.aggregate({
    where: { teamId, status: "succeeded" },
    _sum: { chargedUnits: true },
  });
  const budget = await systemDb.budget.findFirstOrThrow({ where: { teamId, scope: "team" } });
  const total = Number(ledger._sum.units);
  expect(Number(settled._sum.settledUnits), "the tasks' prices are the ledger").toBeCloseTo(total, 4);
  expect(Number(charged._sum.chargedUnits), "the provider's invoice is the ledger").toBeCloseTo(total, 4);
  expect(budget.usedUnits.toNumber(), "the budget is the ledger").toBeCloseTo(total, 4);
}

async function checkEvents(teamId: string): Promise<void> {
  const events = await systemDb.taskEvent.findMany({ where: { teamId }, orderBy: { seq: "asc" } });
  expect(
    events.map((event) => event.seq),
    "events are numbered without gaps",
  ).toEqual(events.map((_, index) => index + 1));
  const ends = events.filter((event) => TERMINAL.includes(event.status));
  expect(new Set(ends.map((event) => event.taskId)).size, "each task ends once").toBe(ends.length);
}

type Archived = { readonly status: string; readonly outputs: readonly { readonly assetId: string | null }[] };

async function checkFiles(tasks: readonly Archived[], mediaDir: string): Promise<void> {
  const blobs = diskBlobStore(mediaDir);
  for (const { outputs } of tasks.filter((task) => task.status === "succeeded")) {
    expect(outputs, "a finished task has its clip").toHaveLength(1);
    const asset = await systemDb.asset.findUniqueOrThrow({ where: { id: outputs[0]?.assetId ?? "" } });
    expect(await blobs.hash(asset.storageKey), "an archived file is what it was").toBe(asset.sha256);
    expect(await blobs.size(asset.storageKey)).toBe(Number(asset.bytes));
  }
}
