import { log } from "#lib/log.ts";
import { backOffMs } from "#lib/tasks/back-off.ts";
import { holdLease, LeaseLost } from "#lib/tasks/hold-lease.ts";
import type { LeasedTask } from "#lib/tasks/leased-task.ts";
import { recordStep } from "#lib/tasks/record-step.ts";
import { inTaskSpan } from "#lib/tracing/task-span.ts";
import type { StepContext, WorkerDeps } from "./step-context.ts";

type Step = {
  readonly name: string;
  /** Null when there is nothing to do for this job any more. */
  readonly lease: (taskId: string) => Promise<LeasedTask | null>;
  readonly run: (context: StepContext) => Promise<void>;
};

const MAX_BACK_OFF_MS = 60_000;

/**
 * Runs one step under a lease. A bug or an outage inside it costs the task nothing but a delay: the lease is given back
 * and the step tried again later. A lost lease, or a worker that is told to end, is no failure at all.
 */
export async function runStep(
  step: Step,
  { taskId, deps }: { taskId: string; deps: WorkerDeps },
): Promise<void> {
  if (deps.stopping.aborted) return; // the row is due: whoever runs next finds it
  const task = await step.lease(taskId);
  if (task === null) return;
  const record: StepContext["record"] = (change) => recordStep(task, { queue: deps.queue, ...change });
  try {
    await holdLease(task, {
      stopping: deps.stoppingNow,
      work: (lease) => inTaskSpan({ taskId, name: step.name }, () => step.run({ task, lease, deps, record })),
    });
  } catch (error) {
    if (error instanceof LeaseLost) return log.warn({ taskId, step: step.name }, "another worker goes on");
    if (deps.stopping.aborted) return record({});
    log.error({ err: error, taskId, step: step.name }, "a step failed");
    const failures = task.stepFailures + 1;
    const delayMs = backOffMs({ failures, maxMs: MAX_BACK_OFF_MS, random: deps.random() });
    await record({ delayMs, fields: { stepFailures: failures } });
  }
}
