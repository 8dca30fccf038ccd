import { setTimeout as sleep } from "node:timers/promises";
import { systemDb } from "#lib/db/client.ts";
import type { KeptRunning } from "./keep-running.ts";

type Victims = {
  readonly workers: readonly KeptRunning[];
  readonly web: KeptRunning;
  readonly restartDatabase: () => Promise<void>;
  /** 0 (included) to 1 (excluded). */
  readonly random: () => number;
  /** From one deed to the next. */
  readonly everyMs: { readonly least: number; readonly most: number };
  readonly signal: AbortSignal;
};

export type Deeds = Record<"worker" | "web" | "frozen" | "database" | "backends", number>;

/** Kills, freezes and restarts at random until it is told to stop; counts what it did. */
export async function letKillerLoose(victims: Victims): Promise<Deeds> {
  const { workers, web, random, everyMs, signal } = victims;
  const deeds: Deeds = { worker: 0, web: 0, frozen: 0, database: 0, backends: 0 };
  const anyWorker = () => workers[Math.floor(random() * workers.length)];
  while (!signal.aborted) {
    const pauseMs = everyMs.least + random() * (everyMs.most - everyMs.least);
    await sleep(pauseMs, undefined, { signal }).catch(() => undefined); // only an abort ends it early
    if (signal.aborted) break;
    const dice = random();
    if (dice < 0.35) {
      anyWorker()?.kill();
      deeds.worker += 1;
    } else if (dice < 0.5) {
      web.kill();
      deeds.web += 1;
    } else if (dice < 0.65) {
      await freezePastLease(anyWorker());
      deeds.frozen += 1;
    } else if (dice < 0.8) {
      await victims.restartDatabase();
      deeds.database += 1;
    } else {
      deeds.backends += await killBackends();
    }
  }
  return deeds;
}

/** Its leases are made to run out meanwhile, so that somebody else goes on before it wakes. */
async function freezePastLease(worker: KeptRunning | undefined): Promise<void> {
  const thaw = worker?.freeze();
  const away = () => undefined; // the database may be restarting
  await systemDb.$executeRaw`UPDATE "Task" SET "leaseUntil" = now() WHERE "leaseUntil" IS NOT NULL`.catch(
    away,
  );
  await sleep(5_000);
  thaw?.();
}

/** Every connection but the one that asks. */
export async function killBackends(): Promise<number> {
  const killed = await systemDb.$queryRaw<unknown[]>`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()`.catch(() => []);
  return killed.length;
}
