import { setTimeout as sleep } from "node:timers/promises";
import { log } from "#lib/log.ts";
import { connectionsToLookAt } from "#lib/tasks/lease-looks.ts";
import type { WorkerDeps } from "../step-context.ts";
import { beginLooks, type LookRound } from "./look-rounds.ts";
import { isBehindWithWriting } from "./write-answers.ts";

/** While looks come due one after the other; shorter than what anybody notices. */
const BUSY_MS = 200;
/** While none is due: a callback or a new task is seen within this. One probe of an index each time. */
const IDLE_MS = 500;
/** Rounds of one connection at a time: a call that hangs holds up one of them, and no other connection at all. */
const ROUNDS_PER_CONNECTION = 3;

/**
 * Follows everything that runs upstream until the worker is told to end: finds due tasks by their rows alone, so that
 * callbacks, restarts and other workers need no word with it. Any number of workers share the work by leases.
 */
export async function trackTasks(deps: WorkerDeps): Promise<void> {
  const rounds = roundsInHand();
  while (!deps.stopping.aborted) {
    const isBusy = await lookOnce(rounds, deps).catch((error: unknown) => {
      log.warn({ err: error }, "due tasks could not be looked at");
      return false;
    });
    // Only an abort ends it early.
    await sleep(isBusy ? BUSY_MS : IDLE_MS, undefined, { signal: deps.stopping }).catch(() => undefined);
  }
  await rounds.settled();
}

/** @returns whether anything was due */
async function lookOnce(rounds: RoundsInHand, deps: WorkerDeps): Promise<boolean> {
  if (isBehindWithWriting()) return true;
  const due = await connectionsToLookAt();
  const begun = await beginLooks(due.filter(rounds.hasRoom), deps);
  for (const round of begun) rounds.add(round);
  return due.length > 0;
}

type RoundsInHand = ReturnType<typeof roundsInHand>;

function roundsInHand() {
  const inHand = new Map<string, Set<Promise<void>>>();
  return {
    hasRoom: (connectionId: string) => (inHand.get(connectionId)?.size ?? 0) < ROUNDS_PER_CONNECTION,
    add({ connectionId, done }: LookRound): void {
      const rounds = inHand.get(connectionId) ?? new Set();
      inHand.set(connectionId, rounds);
      const round = done
        .catch((error: unknown) => log.warn({ err: error, connectionId }, "a look at a connection failed"))
        .finally(() => {
          rounds.delete(round);
          if (rounds.size === 0) inHand.delete(connectionId);
        });
      rounds.add(round);
    },
    async settled(): Promise<void> {
      await Promise.all([...inHand.values()].flatMap((rounds) => [...rounds]));
    },
  };
}
