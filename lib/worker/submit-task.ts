import { crashPoint } from "#lib/crash-point.ts";
import { log } from "#lib/log.ts";
import type { Provider, ProviderTask, SubmitOutcome } from "#lib/providers/provider.ts";
import { ownFailure, providerFailure } from "#lib/tasks/failures.ts";
import { leaseForSubmission } from "#lib/tasks/lease-task.ts";
import { decideAfterSubmit, decideBeforeSubmit } from "#lib/tasks/next-step.ts";
import { noteSubmitCall } from "#lib/tasks/note-submit-call.ts";
import { MIN_POLL_MS } from "#lib/tasks/pace.ts";
import { rawJson } from "#lib/tasks/raw-json.ts";
import { taskRequestOf } from "#lib/tasks/task-request.ts";
import { runStep } from "./run-step.ts";
import { clockOf, type StepContext, type WorkerDeps } from "./step-context.ts";

/** A create that has not been answered by then is in doubt. Pictures travel in its body, so it may take a while. */
const SUBMIT_DEADLINE_MS = 60_000;
const LOOK_UP_DEADLINE_MS = 15_000;

/** Hands a task to its provider. Safe to run twice: it first looks at what may already have happened upstream. */
export function submitTask(taskId: string, deps: WorkerDeps): Promise<void> {
  return runStep({ name: "submit", lease: leaseForSubmission, run: submit }, { taskId, deps });
}

async function submit(context: StepContext): Promise<void> {
  const { task, deps, record } = context;
  crashPoint("submit:leased");
  const provider = task.connection.isEnabled ? deps.providerOf(task.connection) : null;
  if (provider === null && task.submitCalls === 0) {
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
  const outcome = asked === null ? doubt("the provider is gone") : await findOrSubmit(asked, context);
  crashPoint("submit:answered");
  await recordOutcome(context, { outcome, provider: asked });
  crashPoint("submit:recorded");
}

/** Never throws for anything the provider did: silence is an outcome too. */
async function findOrSubmit(provider: Provider, context: StepContext): Promise<SubmitOutcome> {
  const { task } = context;
  const request = taskRequestOf(task);
  const facts = { doubtfulCalls: task.submitCalls, submissionClass: provider.submissionClass(request) };
  const first = decideBeforeSubmit({ ...facts, found: undefined });
  if (first === "submit") return callProvider(provider, context);
  if (first !== "look_up") return doubt("an earlier call was not answered");
  const found = await lookUp(provider, context);
  if (found === "unreachable") return doubt("the provider could not be asked");
  if (found !== null) return { kind: "accepted", task: found };
  const second = decideBeforeSubmit({ ...facts, found: false });
  return second === "submit"
    ? callProvider(provider, context)
    : doubt("the provider does not know the task yet");
}

async function lookUp(
  provider: Provider,
  { task, lease }: StepContext,
): Promise<ProviderTask | null | "unreachable"> {
  const signal = AbortSignal.any([lease.signal, AbortSignal.timeout(LOOK_UP_DEADLINE_MS)]);
  try {
    return await provider.findByExternalId(task.upstreamExternalId, taskRequestOf(task), signal);
  } catch (error) {
    lease.signal.throwIfAborted();
    log.warn({ err: error, taskId: task.id }, "a task could not be looked up");
    return "unreachable";
  }
}

async function callProvider(provider: Provider, { task, lease, deps }: StepContext): Promise<SubmitOutcome> {
  await noteSubmitCall(task);
  lease.assertHeld();
  const signal = AbortSignal.any([lease.signal, AbortSignal.timeout(SUBMIT_DEADLINE_MS)]);
  const readInput = async (role: string) => {
    const input = task.inputs.find((it) => it.role === role);
    if (input === undefined) throw new Error(`${task.id} has no input for ${role}`);
    return deps.blobs.read(input.asset.storageKey);
  };
  try {
    const submission = {
      request: taskRequestOf(task),
      externalId: task.upstreamExternalId,
      extraFields: extraFieldsOf(task),
      readInput,
      inputUrl: () => null,
      callbackUrl: null,
      signal,
    };
    return await provider.submit(submission);
  } catch (error) {
    // Also when we are told to end: the call may have arrived.
    return doubt(error instanceof Error ? error.message : String(error));
  }
}

/** Written from a gateway client's JSON object; null for every other order. */
function extraFieldsOf({ extraFields }: StepContext["task"]): Readonly<Record<string, unknown>> {
  return (extraFields as Readonly<Record<string, unknown>> | null) ?? {};
}

function doubt(message: string): SubmitOutcome {
  return { kind: "doubtful", message };
}

type Answered = { readonly outcome: SubmitOutcome; readonly provider: Provider | null };

async function recordOutcome(context: StepContext, { outcome, provider }: Answered): Promise<void> {
  const { task, record } = context;
  const submissionClass = provider?.submissionClass(taskRequestOf(task)) ?? "B";
  const decision = decideAfterSubmit(outcome, { ...clockOf(context, task.queuedAt), submissionClass });
  const stepFailures = task.stepFailures + 1;
  switch (decision.kind) {
    case "accept": {
      const { upstreamTaskId, raw } = decision.task;
      const fields = { upstreamTaskId, rawAnswer: rawJson(raw), stepFailures: 0 };
      const event = { type: "accepted", data: { upstreamTaskId } } as const;
      return record({ trigger: "accept", fields, event, delayMs: MIN_POLL_MS });
    }
    case "refuse": {
      const failure = providerFailure(decision.code, decision.message);
      return record({
        trigger: "refuse",
        fields: { failure },
        event: { type: "failed", data: failure },
        chargedUnits: "0",
      });
    }
    case "postpone": {
      const { delayMs } = decision;
      // The refused call opened nothing; an earlier one that was never answered still counts.
      const fields = { stepFailures, submitCalls: task.submitCalls };
      const data = { ...postponedBecause(outcome), delayMs };
      return record({ trigger: "postpone", fields, delayMs, event: { type: "postponed", data } });
    }
    case "look_again": {
      const { delayMs } = decision;
      return record({ fields: { stepFailures }, delayMs, event: { type: "doubted", data: { delayMs } } });
    }
    case "abandon": {
      const failure = ownFailure("outcome_unknown");
      return record({ trigger: "abandon", fields: { failure }, event: { type: "abandoned", data: failure } });
    }
  }
}

function postponedBecause(outcome: SubmitOutcome) {
  return outcome.kind === "refused" ? { code: outcome.code, message: outcome.message } : {};
}
