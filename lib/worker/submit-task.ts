import { crashPoint } from "#lib/crash-point.ts";
import { failOver } from "#lib/tasks/fail-over.ts";
import { ownFailure } from "#lib/tasks/failures.ts";
import { type LeasedTask, readLeased } from "#lib/tasks/leased-task.ts";
import { takePlace } from "#lib/tasks/take-place.ts";
import { findOrSubmit } from "./find-or-submit.ts";
import { goElsewhere } from "./go-elsewhere.ts";
import { recordSubmission } from "./record-submission.ts";
import { runStep } from "./run-step.ts";
import type { StepContext, WorkerDeps } from "./step-context.ts";

/** Hands a task to its provider. Safe to run twice: it first looks at what may already have happened upstream. */
export function submitTask(taskId: string, deps: WorkerDeps): Promise<void> {
  return runStep({ name: "submit", lease: (id) => leaseInTurn(id, deps), run: submit }, { taskId, deps });
}

async function leaseInTurn(taskId: string, { queue }: WorkerDeps): Promise<LeasedTask | null> {
  const place = await takePlace({ taskId, queue });
  if (place === "closed") await failOver(taskId, queue);
  return place === "leased" ? readLeased(taskId) : null;
}

async function submit(context: StepContext): Promise<void> {
  const { task, deps, record } = context;
  crashPoint("submit:leased");
  const provider = task.connection.isEnabled ? deps.providerOf(task.connection) : null;
  if (provider === null && task.submitCalls === 0) {
    if (await goElsewhere(context)) return;
    const failure = ownFailure("connection_unavailable");
    return record({
      trigger: "refuse",
      fields: { failure },
      event: { type: "failed", data: failure },
      chargedUnits: "0",
    });
  }
  // What may be open upstream is followed even when the connection was switched off meanwhile.
  const asked = provider ?? deps.providerOf(task.connection);
  const outcome =
    asked === null
      ? ({ kind: "doubtful", message: "the provider is gone" } as const)
      : await findOrSubmit(asked, context);
  crashPoint("submit:answered");
  await recordSubmission(context, { outcome, provider: asked });
  crashPoint("submit:recorded");
}
