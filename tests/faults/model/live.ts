import type { ProviderTask, SubmitOutcome } from "#lib/providers/provider.ts";
import {
  decideAfterArchiveTrouble,
  decideAfterQuery,
  decideAfterSubmit,
  decideBeforeSubmit,
  type QueryAnswer,
} from "#lib/tasks/next-step.ts";
import type { TaskTrigger } from "#lib/tasks/transitions.ts";
import {
  deliver,
  move,
  newWorld,
  type Outcome,
  type Row,
  type Upstream,
  type Worker,
  type World,
  writeFenced,
} from "./world.ts";

const HOUR_MS = 60 * 60 * 1000;

/** Lives through one schedule, whose every number is one thing that happens to one of two workers or to the world, and throws at the first moment at which a promise is broken. */
export function live(submissionClass: World["submissionClass"], schedule: readonly number[]): World {
  const world = newWorld(submissionClass);
  for (const number of schedule) {
    act(world, number);
    inspect(world);
  }
  return world;
}

function act(world: World, number: number): void {
  const { row, upstream, workers } = world;
  const worker = workers[number % 2] ?? workers[0];
  const luck = (number >> 8) & 0xff;
  row.ageMs += 500;
  const what = (number >> 1) % 12;
  if (what === 0)
    worker.phase = "idle"; // killed
  else if (what === 1) expire(world, worker);
  else if (what === 2) deliver(world);
  else if (what <= 4)
    upstream.fate = upstream.fate !== "runs" ? upstream.fate : what === 3 ? "succeeded" : "failed";
  else if (what === 5) row.ageMs += (luck % 8) * HOUR_MS;
  else STEPS[worker.phase](world, worker, luck);
}

/** The lease of a worker that was killed, frozen or cut off runs out by the database's clock; it may learn of it late. */
function expire({ row, workers }: World, worker: Worker): void {
  row.isLeased = false;
  for (const it of workers) if (it === worker || it.phase === "idle") it.mayStillHold = false;
}

/** What a worker does next, by where it is. */
const STEPS: Readonly<Record<Worker["phase"], (world: World, worker: Worker, luck: number) => void>> = {
  idle: lease,
  leased: begin,
  noted: post,
  submitted_answered: recordSubmit,
  query_answered: recordQuery,
  archived: recordArchive,
};

function lease({ row }: World, worker: Worker): void {
  const isOver = ["succeeded", "failed", "canceled", "unknown"].includes(row.status);
  if (row.isLeased || isOver) return;
  row.fence += 1;
  row.isLeased = true;
  if (row.status === "queued") row.status = "submitting";
  Object.assign(worker, {
    phase: "leased",
    fence: row.fence,
    doubtfulCalls: row.submitCalls,
    mayStillHold: true,
  });
}

function begin(world: World, worker: Worker, luck: number): void {
  const { row } = world;
  if (row.status === "submitting") beginSubmit(world, worker, luck);
  else if (row.status === "archiving") worker.phase = "archived";
  else Object.assign(worker, { phase: "query_answered", outcome: look(world, luck) });
}

function beginSubmit(world: World, worker: Worker, luck: number): void {
  const { submissionClass } = world;
  const facts = { doubtfulCalls: worker.doubtfulCalls, submissionClass, isQuiet: true };
  const first = decideBeforeSubmit({ ...facts, found: undefined });
  if (first === "submit") {
    note(world, worker);
    return;
  }
  worker.phase = "submitted_answered";
  worker.outcome = "doubtful";
  if (first !== "look_up") return;
  const seen = look(world, luck);
  if (seen === "unreachable") return;
  if (seen !== "lost") {
    worker.outcome = "accepted";
    return;
  }
  if (decideBeforeSubmit({ ...facts, found: false }) === "submit") note(world, worker);
}

function note(world: World, worker: Worker): void {
  const isMine = writeFenced(world, worker, (row) => {
    row.submitCalls = worker.doubtfulCalls + 1;
  });
  worker.phase = isMine ? "noted" : "idle";
}

/** The call itself: whoever noticed that its lease is over does not make it. */
function post(world: World, worker: Worker, luck: number): void {
  const { upstream } = world;
  worker.phase = "submitted_answered";
  if (!worker.mayStillHold) {
    worker.outcome = "doubtful";
    return;
  }
  upstream.sent += 1;
  switch (luck % 5) {
    case 0: // refused for now, certainly not opened by this call
      worker.outcome = "busy";
      return;
    case 1: // judged before anybody looked whether the id is known
      worker.outcome = "refused";
      return;
    case 2: // lost on its way, for now
      upstream.underway += 1;
      worker.outcome = "doubtful";
      return;
    case 3: // it arrived and its answer did not
      upstream.underway += 1;
      deliver(world);
      worker.outcome = "doubtful";
      return;
    default:
      upstream.underway += 1;
      deliver(world);
      worker.outcome = "accepted";
  }
}

/** A query: the truth, a replica that lags, or nobody there. */
function look({ upstream, row }: World, luck: number): Outcome {
  if (luck % 4 === 0) return "unreachable";
  if (luck % 4 === 1 || upstream.opened === 0) return "lost";
  if (!row.isAccepted || upstream.fate === "runs") return "running";
  return upstream.fate;
}

function recordSubmit(world: World, worker: Worker): void {
  worker.phase = "idle";
  const { submissionClass, row } = world;
  const clock = { ageMs: row.ageMs, failures: row.failures + 1, random: 0 };
  const facts = { submissionClass, doubtfulCalls: worker.doubtfulCalls };
  const decision = decideAfterSubmit(submitOutcomeOf(worker.outcome), { ...clock, ...facts });
  writeFenced(world, worker, (it) => {
    it.failures += 1;
    if (decision.kind === "accept") Object.assign(it, { isAccepted: true, ageMs: 0 });
    if (decision.kind === "postpone" || decision.kind === "pause") it.submitCalls = worker.doubtfulCalls;
    move(it, TRIGGERS[decision.kind]);
  });
}

const TRIGGERS = {
  accept: "accept",
  refuse: "refuse",
  pause: "postpone",
  postpone: "postpone",
  look_again: null,
  abandon: "abandon",
} as const satisfies Record<ReturnType<typeof decideAfterSubmit>["kind"], TaskTrigger | null>;

function recordQuery(world: World, worker: Worker): void {
  worker.phase = "idle";
  const clock = { ageMs: world.row.ageMs, failures: world.row.failures + 1, random: 0 };
  const decision = decideAfterQuery(queryAnswerOf(worker.outcome), clock);
  writeFenced(world, worker, (it) => {
    const isOver = worker.outcome === "succeeded" ? "finish" : worker.outcome === "failed" ? "fail" : null;
    move(it, decision.kind === "abandon" ? "abandon" : decision.kind === "wait" ? null : isOver);
  });
}

function recordArchive(world: World, worker: Worker, luck: number): void {
  worker.phase = "idle";
  writeFenced(world, worker, (it) => {
    if (luck % 3 > 0) {
      move(it, "archive");
      return;
    }
    const clock = { ageMs: it.ageMs, failures: it.failures + 1, random: 0, diesInMs: 1 };
    const decision = decideAfterArchiveTrouble(luck % 2 === 0 ? "unreachable" : "bad", clock);
    it.failures += 1;
    move(it, decision.kind === "wait" ? null : "spoil");
    if (decision.kind === "spoil") it.closed[it.closed.length - 1] = "settle"; // it was made and is therefore paid
  });
}

function submitOutcomeOf(outcome: Outcome | null): SubmitOutcome {
  switch (outcome) {
    case "accepted":
      return { kind: "accepted", task: TASK };
    case "refused":
      return { kind: "refused", code: 1301, message: "", retryable: false };
    case "busy":
      return { kind: "refused", code: 1303, message: "", retryable: true };
    default:
      return { kind: "doubtful", message: "" };
  }
}

function queryAnswerOf(outcome: Outcome | null): QueryAnswer {
  if (outcome === "lost") return null;
  return outcome === "unreachable" || outcome === null ? "unreachable" : TASK;
}

/** Its content decides nothing here: the model keeps its own. */
const TASK: ProviderTask = {
  upstreamTaskId: "u",
  state: "submitted",
  progress: 0,
  failure: null,
  outputs: [],
  result: null,
  chargedUnits: null,
  raw: null,
};

/** What must hold at every moment of every history. */
function inspect({ row, upstream, submissionClass }: World): void {
  if (upstream.opened > 1) throw new Error(`opened ${upstream.opened} times upstream (${submissionClass})`);
  if (row.closed.length > 1) throw new Error(`the money was closed as ${row.closed.join(" and ")}`);
  if (row.closed[0] === "release") inspectRelease(row, upstream);
  if (row.isAccepted && upstream.opened === 0) throw new Error("adopted what nobody opened");
  if (row.status === "succeeded" && upstream.fate !== "succeeded")
    throw new Error("succeeded without a success");
}

/** Once its money is back, no call of this paid try may have opened a task or still open one; only one that failed upstream is free. */
function inspectRelease(row: Row, upstream: Upstream): void {
  if (row.isAccepted && upstream.fate !== "failed") throw new Error("gave the money of a paid task back");
  if (!row.isAccepted && upstream.opened > 0)
    throw new Error("gave the money back of a task that was opened and not adopted");
  if (!row.isAccepted && upstream.underway > 0)
    throw new Error("gave the money back while a call that may open the task was under way");
}
