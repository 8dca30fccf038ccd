import { crashPoint } from "#lib/crash-point.ts";
import { systemDb } from "#lib/db/client.ts";
import type { Connection } from "#lib/db/generated/client.ts";
import { log } from "#lib/log.ts";
import type { Provider } from "#lib/providers/provider.ts";
import { backOffMs } from "#lib/tasks/back-off.ts";
import { BREAKER_THRESHOLD } from "#lib/tasks/breaker.ts";
import { passesBreaker, tellBreaker } from "#lib/tasks/connection-breaker.ts";
import { LeaseLost } from "#lib/tasks/hold-lease.ts";
import { leaseLooks } from "#lib/tasks/lease-looks.ts";
import { LEAST_LOOK_MS } from "#lib/tasks/pace.ts";
import { type PutOffLook, putOffLooks } from "#lib/tasks/put-off-looks.ts";
import { recordStep, type StepChange } from "#lib/tasks/record-step.ts";
import type { TrackedTask } from "#lib/tasks/tracked-task.ts";
import { inTaskSpan } from "#lib/tracing/task-span.ts";
import type { WorkerDeps } from "../step-context.ts";
import { type Answers, askUpstream } from "./ask-upstream.ts";
import { judgeAnswer } from "./judge-answer.ts";
import { learntCurves } from "./learnt-curves.ts";

/** Tasks of one list call: the longest page that Kling gives. */
const LISTED = 500;
/** Tasks of a round where each is asked for alone. */
const ALONE = 32;
/** What is due within this part of the least distance goes along: fewer, fuller calls. */
const AHEAD = 1 / 4;
/** Changes that one round writes at a time. */
const PARALLEL_RECORDS = 4;
const MAX_BACK_OFF_MS = 60_000;

/**
 * One look at a connection's due tasks: leases them, asks, writes down what changed and when to look again. A round that
 * dies anywhere is repeated by whoever comes by when its leases have run out.
 */
export async function lookRound(connectionId: string, deps: WorkerDeps): Promise<void> {
  const connection = await systemDb.connection.findUnique({ where: { id: connectionId } });
  if (connection === null) return;
  const provider = deps.providerOf(connection);
  const leastLookMs = provider?.leastLookMs ?? LEAST_LOOK_MS;
  const limit = limitOf(connection, provider);
  const tasks = await leaseLooks({ connectionId, limit, aheadMs: leastLookMs * AHEAD });
  if (tasks.length === 0) return;
  const answers = provider === null ? nobodyToAsk(tasks) : await ask({ provider, connection, tasks }, deps);
  crashPoint("track:answered");
  await writeDown({ tasks, answers, leastLookMs }, deps);
  crashPoint("track:recorded");
}

/** While upstream fails, one call is enough to find out whether it is back. */
function limitOf({ breakerFailures }: Connection, provider: Provider | null): number {
  if (provider?.queryMany !== undefined) return LISTED;
  return breakerFailures < BREAKER_THRESHOLD ? ALONE : 1;
}

type Asked = {
  readonly provider: Provider;
  readonly connection: Connection;
  readonly tasks: readonly TrackedTask[];
};

/** To the breaker a round is one call: it failed when nothing in it was answered. */
async function ask({ provider, connection, tasks }: Asked, deps: WorkerDeps): Promise<Answers> {
  if (!(await passesBreaker(connection))) return new Map();
  const answers = await askUpstream(provider, { tasks, signal: deps.stopping });
  if (answers.size === 0) return answers;
  const isAnswered = [...answers.values()].some((answer) => answer !== "unreachable");
  await tellBreaker(connection, { outcome: isAnswered ? "answered" : "failed", random: deps.random() });
  return answers;
}

function nobodyToAsk(tasks: readonly TrackedTask[]): Answers {
  return new Map(tasks.map(({ id }) => [id, "unreachable"]));
}

type Looked = {
  readonly tasks: readonly TrackedTask[];
  readonly answers: Answers;
  readonly leastLookMs: number;
};

async function writeDown({ tasks, answers, leastLookMs }: Looked, deps: WorkerDeps): Promise<void> {
  const curveOf = await learntCurves(tasks);
  const looks: PutOffLook[] = [];
  const changes: [TrackedTask, StepChange][] = [];
  for (const task of tasks) {
    const answer = answers.get(task.id);
    if (answer === undefined) {
      looks.push({ task, delayMs: 0, failures: task.stepFailures });
      continue;
    }
    const facts = { curve: curveOf(task), leastLookMs, nowMs: Date.now(), random: deps.random() };
    const judgement = judgeAnswer(task, answer, facts);
    if (judgement.kind === "same") looks.push({ task, ...judgement });
    else changes.push([task, judgement.change]);
  }
  const left = changes.values();
  const recordNext = async () => {
    for (const [task, change] of left) await recordChange(task, change, deps);
  };
  await Promise.all([putOffLooks(looks), ...Array.from({ length: PARALLEL_RECORDS }, recordNext)]);
}

/** A bug or an outage costs the task nothing but a delay, and the other tasks of the round not even that. */
async function recordChange(
  task: TrackedTask,
  change: StepChange,
  { queue, random }: WorkerDeps,
): Promise<void> {
  try {
    await inTaskSpan({ taskId: task.id, name: "track" }, () => recordStep(task, { queue, ...change }));
  } catch (error) {
    if (error instanceof LeaseLost) return log.warn({ taskId: task.id }, "another tracker goes on");
    log.error({ err: error, taskId: task.id }, "what a look found could not be recorded");
    const failures = task.stepFailures + 1;
    await putOffLooks([
      { task, failures, delayMs: backOffMs({ failures, maxMs: MAX_BACK_OFF_MS, random: random() }) },
    ]);
  }
}
