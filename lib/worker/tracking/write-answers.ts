import { databaseNow } from "#lib/db/database-clock.ts";
import { log } from "#lib/log.ts";
import { backOffMs } from "#lib/tasks/back-off.ts";
import { LeaseLost } from "#lib/tasks/hold-lease.ts";
import { type PutOffLook, putOffLooks } from "#lib/tasks/put-off-looks.ts";
import { recordStep, type StepChange } from "#lib/tasks/record-step.ts";
import type { TrackedTask } from "#lib/tasks/tracked-task.ts";
import { inTaskSpan } from "#lib/tracing/task-span.ts";
import type { WorkerDeps } from "../step-context.ts";
import type { Answers } from "./ask-upstream.ts";
import { createBacklog } from "./backlog.ts";
import { judgeAnswer } from "./judge-answer.ts";
import { learntCurves } from "./learnt-curves.ts";

const MAX_BACK_OFF_MS = 60_000;

/** Changes of all connections, of which eight are written at a time: the rest of the worker needs the database, too. */
const toRecord = createBacklog(8);
/** With so many changes to write, answers to further questions would be old before they are written. */
const LONG_BACKLOG = 60;

/** Whether there is more to write than it is wise to ask for more. */
export function isBehindWithWriting(): boolean {
  return toRecord.size() > LONG_BACKLOG;
}

type Looked = {
  readonly tasks: readonly TrackedTask[];
  readonly answers: Answers;
  readonly leastLookMs: number;
  /** By `performance.now()`: when the leases of these tasks run out. */
  readonly heldUntilMs: number;
};

/** Writes what changed as steps, and all that did not change in one statement. */
export async function writeAnswers(
  { tasks, answers, leastLookMs, heldUntilMs }: Looked,
  deps: WorkerDeps,
): Promise<void> {
  const curveOf = await learntCurves(tasks);
  const nowMs = (await databaseNow()).getTime();
  const looks: PutOffLook[] = [];
  const changes: [TrackedTask, StepChange][] = [];
  for (const task of tasks) {
    const answer = answers.get(task.id);
    if (answer === undefined) {
      looks.push({ task, delayMs: 0, failures: task.stepFailures });
      continue;
    }
    const facts = { curve: curveOf(task), leastLookMs, nowMs, random: deps.random() };
    const judgement = judgeAnswer(task, answer, facts);
    if (judgement.kind === "same") looks.push({ task, ...judgement });
    else changes.push([task, judgement.change]);
  }
  // One after the other: they are of one connection, and its lock would let no two of them go on at a time.
  const recorded = toRecord.work(changes, async ([task, change]) => {
    // Whoever comes by next asks again; to find that out from the database would only hold up the others.
    if (performance.now() < heldUntilMs) await recordChange(task, change, deps);
  });
  await Promise.all([putOffLooks(looks), recorded]);
}

/** A bug or an outage costs the task nothing but a delay, and the other tasks of the round not even that. */
async function recordChange(
  task: TrackedTask,
  change: StepChange,
  { queue, random }: WorkerDeps,
): Promise<void> {
  try {
    const attributes = change.event && { "framewright.event": change.event.type };
    const span = { taskId: task.id, name: "track", ...(attributes && { attributes }) };
    await inTaskSpan(span, () => recordStep(task, { queue, ...change }));
  } catch (error) {
    if (error instanceof LeaseLost) return log.warn({ taskId: task.id }, "another tracker goes on");
    log.error({ err: error, taskId: task.id }, "what a look found could not be recorded");
    const failures = task.stepFailures + 1;
    const delayMs = backOffMs({ failures, maxMs: MAX_BACK_OFF_MS, random: random() });
    await putOffLooks([{ task, failures, delayMs }]);
  }
}
