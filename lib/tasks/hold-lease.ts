import { systemDb } from "#lib/db/client.ts";
import { log } from "#lib/log.ts";
import { LEASE_SECONDS, type LeasedTask } from "./leased-task.ts";

/** This process no longer holds the task: stop at once, write nothing, somebody else goes on. */
export class LeaseLost extends Error {
  constructor(taskId: string) {
    super(`the lease of ${taskId} was lost`);
    this.name = "LeaseLost";
  }
}

export type Lease = {
  /** Aborts when the lease is lost or the worker is asked to stop. */
  readonly signal: AbortSignal;
  /**
   * Throws unless the lease certainly still holds. To be called right before anything that costs money: a process that
   * was frozen for a while wakes up here, before its timers run.
   */
  readonly assertHeld: () => void;
};

const RENEW_EVERY_MS = 4_000;
/** Stop early rather than late: the database's clock decides, and asking it takes time. */
const SAFETY_MS = 2_000;

/** Runs `work` while renewing the lease in the background; ends it by abort as soon as the lease cannot be kept. */
export async function holdLease<T>(
  task: Pick<LeasedTask, "id" | "fence">,
  { stopping, work }: { stopping: AbortSignal; work: (lease: Lease) => Promise<T> },
): Promise<T> {
  const lost = new AbortController();
  let heldUntilMs = performance.now() + LEASE_SECONDS * 1000 - SAFETY_MS;
  const lose = () => lost.abort(new LeaseLost(task.id));
  const renewing = setInterval(async () => {
    const askedAtMs = performance.now();
    const renewed = await renew(task).catch((error: unknown) => {
      log.warn({ err: error, taskId: task.id }, "a lease could not be renewed");
      return null; // unreachable is not lost: the lease holds until its time is up
    });
    if (renewed === true) heldUntilMs = askedAtMs + LEASE_SECONDS * 1000 - SAFETY_MS;
    if (renewed === false || performance.now() > heldUntilMs) lose();
  }, RENEW_EVERY_MS);
  try {
    return await work({
      signal: AbortSignal.any([lost.signal, stopping]),
      assertHeld() {
        if (performance.now() > heldUntilMs) lose();
        lost.signal.throwIfAborted();
      },
    });
  } finally {
    clearInterval(renewing);
  }
}

async function renew({ id, fence }: Pick<LeasedTask, "id" | "fence">): Promise<boolean> {
  const renewed = await systemDb.$executeRaw`
    UPDATE "Task" SET "leaseUntil" = now() + make_interval(secs => ${LEASE_SECONDS})
    WHERE "id" = ${id} AND "fence" = ${fence} AND "leaseUntil" IS NOT NULL`;
  return renewed === 1;
}
