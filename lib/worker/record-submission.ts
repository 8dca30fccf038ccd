import { databaseNow } from "#lib/db/database-clock.ts";
import { kindOf } from "#lib/kling/kinds/kinds.ts";
import { refusesAccount } from "#lib/kling/stops-connection.ts";
import type { Provider, ProviderTask } from "#lib/providers/provider.ts";
import { MIN_BACK_OFF_MS } from "#lib/tasks/back-off.ts";
import { ownFailure, providerFailure } from "#lib/tasks/failures.ts";
import { decideAfterSubmit } from "#lib/tasks/next-step.ts";
import { MIN_POLL_MS } from "#lib/tasks/pace.ts";
import { learnPackLimit, raisePackLimit } from "#lib/tasks/pack-limit.ts";
import { pauseForAccount } from "#lib/tasks/pause-connection.ts";
import { rawJson } from "#lib/tasks/raw-json.ts";
import type { StepChange } from "#lib/tasks/record-step.ts";
import { taskRequestOf } from "#lib/tasks/task-request.ts";
import { mailConnectionPaused } from "#lib/teams/mail-connection-paused.ts";
import type { Submitted } from "./find-or-submit.ts";
import { goElsewhere } from "./go-elsewhere.ts";
import { clockOf, type StepContext } from "./step-context.ts";
import { changeAtEnd } from "./tracking/judge-answer.ts";

type Answered = { readonly outcome: Submitted; readonly provider: Provider | null };

/** Writes down what came of a submission, and what it tells about the connection. */
export async function recordSubmission(context: StepContext, { outcome, provider }: Answered): Promise<void> {
  const { task, record, deps } = context;
  if (outcome.kind === "held") return recordHeld(context);
  const submissionClass = provider?.submissionClass(taskRequestOf(task)) ?? "B";
  const facts = { submissionClass, doubtfulCalls: task.submitCalls };
  const clock = clockOf(context, { since: task.queuedAt, now: await databaseNow() });
  const decision = decideAfterSubmit(outcome, { ...clock, ...facts });
  const stepFailures = task.stepFailures + 1;
  const { connectionId, pack } = task;
  // A refused call opened nothing; an earlier one that was never answered still counts.
  const { submitCalls } = task;
  switch (decision.kind) {
    case "accept": {
      const { upstreamTaskId, raw } = decision.task;
      if (isOver(decision.task) && kindOf(taskRequestOf(task).kind).answers === "at_once")
        return record(endAtOnce(task, decision.task));
      const fields = { upstreamTaskId, rawAnswer: rawJson(raw), stepFailures: 0 };
      const event = { type: "accepted", data: { upstreamTaskId } } as const;
      return record({
        trigger: "accept",
        fields,
        event,
        delayMs: MIN_POLL_MS,
        alsoWrite: (tx) => raisePackLimit(tx, { connectionId, pack }),
      });
    }
    case "refuse": {
      const { code, message } = decision;
      if (refusesAccount(code) && (await goElsewhere(context, { code, message }))) return;
      const failure = providerFailure(code, message);
      return record({
        trigger: "refuse",
        fields: { failure },
        event: { type: "failed", data: failure },
        chargedUnits: "0",
      });
    }
    case "pause": {
      const { code, message } = decision;
      const paused = await pauseForAccount(connectionId, { code, message, queue: deps.queue });
      const event = { type: "postponed", data: { code, message } } as const;
      await record({ trigger: "postpone", fields: { submitCalls }, delayMs: MIN_BACK_OFF_MS, event });
      if (paused !== null) await mailConnectionPaused({ id: connectionId, code, ...paused });
      return;
    }
    case "postpone": {
      const { delayMs, isFull } = decision;
      const event = { type: "postponed", data: { ...refusalOf(outcome), delayMs } } as const;
      const change = { trigger: "postpone", fields: { stepFailures, submitCalls }, delayMs, event } as const;
      if (!isFull) return record(change);
      const random = deps.random();
      return record({ ...change, alsoWrite: (tx) => learnPackLimit(tx, { connectionId, pack, random }) });
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

function isOver({ state }: ProviderTask): boolean {
  return state === "succeeded" || state === "failed";
}

/** Upstream gave the result itself, and has no task that could be asked for later. */
function endAtOnce(task: StepContext["task"], answer: ProviderTask): StepChange {
  const { fields, alsoWrite, ...change } = changeAtEnd(task.id, answer);
  const { upstreamTaskId } = answer;
  return {
    ...change,
    fields: { ...fields, upstreamTaskId },
    async alsoWrite(tx) {
      await alsoWrite?.(tx);
      await raisePackLimit(tx, task);
    },
  };
}

/** Between two looks at a connection that takes nothing; the line's own wake-up comes sooner. */
const HELD_DELAY_MS = 5_000;

/** Nothing was sent: what may be open upstream keeps its places, anything else goes back into the line. */
function recordHeld({ task, record }: StepContext): Promise<void> {
  if (task.submitCalls > 0) return record({ delayMs: HELD_DELAY_MS });
  const event = { type: "postponed", data: { delayMs: HELD_DELAY_MS } } as const;
  return record({ trigger: "postpone", delayMs: HELD_DELAY_MS, event });
}

function refusalOf(outcome: Submitted) {
  return outcome.kind === "refused" ? { code: outcome.code, message: outcome.message } : {};
}
