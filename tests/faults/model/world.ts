import type { TaskStatus } from "#lib/contract/task-status.ts";
import type { SubmissionClass } from "#lib/kling/submission-class.ts";
import { statusAfter, type TaskTrigger } from "#lib/tasks/transitions.ts";

/** One task, its upstream and two workers, small enough that hundreds of thousands of histories can be lived through. */
export type World = {
  readonly submissionClass: SubmissionClass;
  readonly row: Row;
  readonly upstream: Upstream;
  readonly workers: readonly [Worker, Worker];
};

export type Row = {
  status: TaskStatus;
  fence: number;
  /** Held: nobody else may begin. What runs out is taken by `expire`. */
  isLeased: boolean;
  submitCalls: number;
  isAccepted: boolean;
  /** Virtual; each step of anybody takes a moment. */
  ageMs: number;
  failures: number;
  closed: ("settle" | "release")[];
};

export type Upstream = {
  /** Tasks that were opened, each of which is paid. */
  opened: number;
  /** Creates that were sent and have not arrived yet: a line that was cut may still deliver. */
  underway: number;
  sent: number;
  fate: "runs" | "succeeded" | "failed";
};

/** Where a worker is: between any two of these it can be killed, frozen, or overtaken. */
export type Worker = {
  phase: "idle" | "leased" | "noted" | "submitted_answered" | "query_answered" | "archived";
  /** What it read under its lease. */
  fence: number;
  doubtfulCalls: number;
  mayStillHold: boolean;
  outcome: Outcome | null;
};

export type Outcome =
  | "accepted"
  | "refused"
  | "busy"
  | "doubtful"
  | "failed"
  | "running"
  | "succeeded"
  | "unreachable"
  | "lost";

export function newWorld(submissionClass: SubmissionClass): World {
  const worker = (): Worker => ({
    phase: "idle",
    fence: 0,
    doubtfulCalls: 0,
    mayStillHold: false,
    outcome: null,
  });
  return {
    submissionClass,
    row: {
      status: "queued",
      fence: 0,
      isLeased: false,
      submitCalls: 0,
      isAccepted: false,
      ageMs: 0,
      failures: 0,
      closed: [],
    },
    upstream: { opened: 0, underway: 0, sent: 0, fate: "runs" },
    workers: [worker(), worker()],
  };
}

/** A write under the fence: it happens only for whoever holds the newest lease. */
export function writeFenced({ row }: World, worker: Worker, write: (row: Row) => void): boolean {
  if (row.fence !== worker.fence) return false;
  write(row);
  return true;
}

/** Moves the row as the table of transitions allows, gives the lease back and closes the money at an end. */
export function move(row: Row, trigger: TaskTrigger | null): void {
  if (trigger !== null) {
    const next = statusAfter(row.status, trigger);
    if (next === null) throw new Error(`${trigger} is not possible when ${row.status}`);
    row.status = next;
    if (next === "succeeded") row.closed.push("settle");
    if (next === "failed") row.closed.push("release");
  }
  row.isLeased = false;
}

/** A create arrives: an upstream of class A knows its id and opens nothing twice; the others open what they are told to. */
export function deliver({ upstream, submissionClass }: World): void {
  if (upstream.underway === 0) return;
  upstream.underway -= 1;
  if (submissionClass === "A" && upstream.opened > 0) return;
  upstream.opened += 1;
}
