import { systemDb } from "#lib/db/client.ts";
import type { KlingSim } from "../sim/kling-sim.ts";
import type { SimTask } from "../sim/sim-task.ts";

/** One connection under test, and the account that it is at the simulator. */
export type Account = {
  readonly connectionId: string;
  /** Its `Authorization` header, word for word. */
  readonly account: string;
  /** Whether its external ids are refused when they come twice: class A. */
  readonly isClassA: boolean;
};

export type Scene = {
  readonly sim: KlingSim;
  readonly teamIds: readonly string[];
  readonly accounts: readonly Account[];
  /** Orders that were answered with a task. */
  readonly orders: number;
};

export type TaskEvidence = Awaited<ReturnType<typeof readTasks>>[number];

/** Everything there is to know once all has come to rest: ours and the simulator's, side by side. */
export type Evidence = Scene & {
  readonly tasks: readonly TaskEvidence[];
  /** What was really opened upstream, with its books closed. */
  readonly opened: readonly SimTask[];
};

export async function gatherEvidence(scene: Scene): Promise<Evidence> {
  const tasks = await readTasks(scene.teamIds);
  return { ...scene, tasks, opened: scene.sim.books.closeBooks() };
}

function readTasks(teamIds: readonly string[]) {
  return systemDb.task.findMany({
    where: { teamId: { in: [...teamIds] } },
    include: {
      ledger: true,
      outputs: { include: { asset: true } },
      events: { orderBy: { seq: "asc" } },
      callbackDeliveries: true,
    },
  });
}

/** The account that a task went to; null for a connection that is not under test. */
export function accountOf({ accounts }: Scene, task: TaskEvidence): Account | null {
  return accounts.find(({ connectionId }) => connectionId === task.connectionId) ?? null;
}
