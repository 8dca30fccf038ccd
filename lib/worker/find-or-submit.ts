import { callbackUrlOf } from "#lib/callbacks/callback-url.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import type { Provider, ProviderTask, SubmitOutcome } from "#lib/providers/provider.ts";
import { AppError } from "#lib/shared/errors.ts";
import { passesBreaker, tellBreaker } from "#lib/tasks/connection-breaker.ts";
import type { LeasedTask } from "#lib/tasks/leased-task.ts";
import { decideBeforeSubmit } from "#lib/tasks/next-step.ts";
import { noteSubmitCall, sinceCallMs } from "#lib/tasks/note-submit-call.ts";
import { submissionMedia } from "#lib/tasks/submission-media.ts";
import { taskRequestOf } from "#lib/tasks/task-request.ts";
import type { StepContext } from "./step-context.ts";

/** A create that has not been answered by then is in doubt. */
const SUBMIT_DEADLINE_MS = env.SUBMIT_TIMEOUT_SECONDS * 1000;
const LOOK_UP_DEADLINE_MS = 15_000;

/** `held`: nothing may be sent at present, and nothing was. */
export type Submitted = SubmitOutcome | { readonly kind: "held" };

const HELD: Submitted = { kind: "held" };

/**
 * The task at its provider's: the one that an earlier call has opened, or a new one. Never throws for anything the provider
 * did: silence is an outcome too.
 */
export async function findOrSubmit(provider: Provider, context: StepContext): Promise<Submitted> {
  const { task } = context;
  if (!(await passesBreaker(task.connection))) return HELD;
  const request = taskRequestOf(task);
  const facts = {
    doubtfulCalls: task.submitCalls,
    submissionClass: provider.submissionClass(request),
    isQuiet: await isQuiet(provider, task),
  };
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

/** A call whose answer nobody waits for any more may still be under way upstream for as long as one may take. */
async function isQuiet({ quietMs = 2 * SUBMIT_DEADLINE_MS }: Provider, task: LeasedTask): Promise<boolean> {
  if (task.submitCalls === 0 || quietMs === 0) return true;
  const sinceMs = await sinceCallMs(task.id);
  return sinceMs === null || sinceMs >= quietMs;
}

async function lookUp(
  provider: Provider,
  context: StepContext,
): Promise<ProviderTask | null | "unreachable"> {
  const { task, lease } = context;
  const signal = AbortSignal.any([lease.signal, AbortSignal.timeout(LOOK_UP_DEADLINE_MS)]);
  try {
    const found = await provider.findByExternalId(task.upstreamExternalId, taskRequestOf(task), signal);
    await tell(context, "answered");
    return found;
  } catch (error) {
    lease.signal.throwIfAborted();
    log.warn({ err: error, taskId: task.id }, "a task could not be looked up");
    if (!isUnaskable(error)) await tell(context, "failed");
    return "unreachable";
  }
}

/** The upstream has no such query: it was not called, so this says nothing about its health. */
function isUnaskable(error: unknown): boolean {
  return error instanceof AppError && error.code === "unprocessable";
}

async function callProvider(provider: Provider, context: StepContext): Promise<Submitted> {
  const { task, lease, deps } = context;
  if (task.connection.pausedAt !== null) return HELD;
  // Switched off after a call that was not answered: it is looked for, and nothing is ordered there any more.
  if (!task.connection.isEnabled) return doubt("its connection was switched off");
  await noteSubmitCall(task);
  lease.assertHeld();
  const signal = AbortSignal.any([lease.signal, AbortSignal.timeout(SUBMIT_DEADLINE_MS)]);
  const readInput = async (role: string) => {
    const input = task.inputs.find((it) => it.role === role);
    if (input === undefined) throw new Error(`${task.id} has no input for ${role}`);
    return deps.blobs.read(input.asset.storageKey);
  };
  try {
    const media = await submissionMedia(task, new Date());
    const outcome = await provider.submit({
      request: taskRequestOf(task),
      externalId: task.upstreamExternalId,
      extraFields: extraFieldsOf(task),
      readInput,
      ...media,
      callbackUrl: callbackUrlOf({ taskId: task.id, paidTry: task.paidTry }),
      signal,
    });
    await tell(context, isTheirFault(outcome) ? "failed" : "answered");
    return outcome;
  } catch (error) {
    // Also when we are told to end: the call may have arrived.
    if (!lease.signal.aborted) await tell(context, "failed");
    return doubt(error instanceof Error ? error.message : String(error));
  }
}

/** No answer, or one that says that upstream itself is broken (5000 to 5002). */
function isTheirFault(outcome: SubmitOutcome): boolean {
  return outcome.kind === "doubtful" || (outcome.kind === "refused" && outcome.code >= 5000);
}

function tell({ task, deps }: StepContext, outcome: "answered" | "failed"): Promise<void> {
  return tellBreaker(task.connection, { outcome, random: deps.random() });
}

/** Written from a gateway client's JSON object; null for every other order. */
function extraFieldsOf({ extraFields }: StepContext["task"]): Readonly<Record<string, unknown>> {
  return (extraFields as Readonly<Record<string, unknown>> | null) ?? {};
}

function doubt(message: string): SubmitOutcome {
  return { kind: "doubtful", message };
}
