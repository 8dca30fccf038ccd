import { crashPoint } from "#lib/crash-point.ts";
import { log } from "#lib/log.ts";
import type { Provider, ProviderTask } from "#lib/providers/provider.ts";
import { newId } from "#lib/shared/ids.ts";
import { ownFailure, providerFailure } from "#lib/tasks/failures.ts";
import { leaseTask } from "#lib/tasks/lease-task.ts";
import type { LeasedTask } from "#lib/tasks/leased-task.ts";
import { decideAfterQuery, type QueryAnswer } from "#lib/tasks/next-step.ts";
import { pollDelayMs } from "#lib/tasks/pace.ts";
import { rawJson } from "#lib/tasks/raw-json.ts";
import { taskRequestOf } from "#lib/tasks/task-request.ts";
import { runStep } from "./run-step.ts";
import { clockOf, type StepContext, type WorkerDeps } from "./step-context.ts";
import { typicalDurationMs } from "./typical-duration.ts";

const QUERY_DEADLINE_MS = 15_000;
/** Smaller advances are not worth an event in everybody's browser. */
const TELL_PROGRESS_FROM = 0.04;

/** Asks the provider once how a task is doing, and sets the time of the next look. */
export function trackTask(taskId: string, deps: WorkerDeps): Promise<void> {
  const lease = (id: string) => leaseTask(id, ["submitted", "processing"]);
  return runStep({ name: "track", lease, run: track }, { taskId, deps });
}

async function track(context: StepContext): Promise<void> {
  const { task, deps, record } = context;
  const provider = deps.providerOf(task.connection);
  const answer = provider === null ? "unreachable" : await ask(provider, context);
  crashPoint("track:answered");
  const decision = decideAfterQuery(answer, clockOf(context, task.submittedAt ?? task.queuedAt));
  switch (decision.kind) {
    case "follow":
      await follow(context, decision.task);
      break;
    case "wait":
      await record({ delayMs: decision.delayMs, fields: { stepFailures: task.stepFailures + 1 } });
      break;
    case "abandon": {
      const failure = ownFailure("outcome_unknown");
      await record({ trigger: "abandon", fields: { failure }, event: { type: "abandoned", data: failure } });
      break;
    }
  }
  crashPoint("track:recorded");
}

async function ask(provider: Provider, { task, lease }: StepContext): Promise<QueryAnswer> {
  const signal = AbortSignal.any([lease.signal, AbortSignal.timeout(QUERY_DEADLINE_MS)]);
  const request = taskRequestOf(task);
  try {
    return task.upstreamTaskId === null
      ? await provider.findByExternalId(task.upstreamExternalId, request, signal)
      : await provider.query(task.upstreamTaskId, request, signal);
  } catch (error) {
    lease.signal.throwIfAborted();
    log.warn({ err: error, taskId: task.id }, "the provider could not be asked");
    return "unreachable";
  }
}

async function follow(context: StepContext, answer: ProviderTask): Promise<void> {
  const { task, record } = context;
  const rawAnswer = rawJson(answer.raw);
  switch (answer.state) {
    case "submitted":
      return record({ delayMs: await delayOf(task), fields: { stepFailures: 0 } });
    case "processing":
      return recordProgress(context, answer.progress);
    case "succeeded":
      return record({
        trigger: "finish",
        fields: {
          rawAnswer,
          progress: 1,
          stepFailures: 0,
          chargedUnits: answer.chargedUnits,
          ...(answer.result !== null && { result: answer.result }),
        },
        event: { type: "finished" },
        alsoWrite: async (tx) => {
          await tx.taskOutput.deleteMany({ where: { taskId: task.id } });
          await tx.taskOutput.createMany({ data: outputRowsOf(task.id, answer) });
        },
      });
    case "failed": {
      const failure = providerFailure(answer.failure?.code ?? null, answer.failure?.message ?? "");
      // Providers do not charge for what they could not make, unless they say so.
      const chargedUnits = answer.chargedUnits?.toFixed(4) ?? "0";
      return record({
        trigger: "fail",
        fields: { failure, rawAnswer },
        event: { type: "failed", data: failure },
        chargedUnits,
      });
    }
  }
}

async function recordProgress({ task, record }: StepContext, told: number): Promise<void> {
  const delayMs = await delayOf(task);
  // It only ever moves forward, and it is not done before it is archived.
  const progress = Math.min(0.99, Math.max(task.progress, told));
  const fields = { progress, stepFailures: 0 };
  if (task.status === "submitted") {
    return record({ trigger: "start", fields, delayMs, event: { type: "started", data: { progress } } });
  }
  if (progress - task.progress < TELL_PROGRESS_FROM) return record({ delayMs, fields: { stepFailures: 0 } });
  return record({ delayMs, fields, event: { type: "progress", data: { progress } } });
}

async function delayOf(task: LeasedTask): Promise<number> {
  const elapsedMs = Date.now() - (task.submittedAt ?? task.queuedAt).getTime();
  return pollDelayMs({ elapsedMs, typicalMs: await typicalDurationMs(task) });
}

function outputRowsOf(taskId: string, { outputs }: ProviderTask) {
  return outputs.map((output, position) => ({
    id: newId("taskOutput"),
    taskId,
    position,
    label: output.label,
    upstreamId: output.id,
    upstreamUrl: output.url,
    upstreamDies: output.dies,
    durationSeconds: output.durationSeconds,
  }));
}
