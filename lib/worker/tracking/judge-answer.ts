import type { ProviderTask } from "#lib/providers/provider.ts";
import { ownFailure, providerFailure } from "#lib/tasks/failures.ts";
import { decideAfterQuery, type QueryAnswer } from "#lib/tasks/next-step.ts";
import { type DurationCurve, pollDelayMs } from "#lib/tasks/pace.ts";
import { rawJson } from "#lib/tasks/raw-json.ts";
import type { StepChange } from "#lib/tasks/record-step.ts";
import type { TrackedTask } from "#lib/tasks/tracked-task.ts";
import { outputRowsOf } from "../output-rows.ts";

/** What a look came to: nothing that anybody must be told, or a change. */
export type Judgement =
  | { readonly kind: "same"; readonly delayMs: number; readonly failures: number }
  | { readonly kind: "change"; readonly change: StepChange };

export type LookFacts = {
  readonly curve: DurationCurve | null;
  readonly leastLookMs: number;
  /** By the database's clock. */
  readonly nowMs: number;
  /** 0 (included) to 1 (excluded). */
  readonly random: number;
};

/** Smaller advances are not worth an event in everybody's browser. */
const TELL_PROGRESS_FROM = 0.04;

/** Decides what an answer means for its task; pure but for the ids of the outputs. */
export function judgeAnswer(task: TrackedTask, answer: QueryAnswer, facts: LookFacts): Judgement {
  const ageMs = facts.nowMs - (task.submittedAt ?? task.queuedAt).getTime();
  const failures = task.stepFailures + 1;
  const decision = decideAfterQuery(answer, { ageMs, failures, random: facts.random });
  switch (decision.kind) {
    case "follow":
      return follow(task, decision.task, pollDelayMs({ ...facts, elapsedMs: ageMs }));
    case "wait":
      return { kind: "same", delayMs: decision.delayMs, failures };
    case "abandon": {
      const failure = ownFailure("outcome_unknown");
      return change({ trigger: "abandon", fields: { failure }, event: { type: "abandoned", data: failure } });
    }
  }
}

function follow(task: TrackedTask, answer: ProviderTask, delayMs: number): Judgement {
  switch (answer.state) {
    case "submitted":
      return same(delayMs);
    case "processing":
      return advance(task, answer.progress, delayMs);
    case "succeeded":
    case "failed":
      return change(changeAtEnd(task.id, answer));
  }
}

/** What is written down when upstream has ended a task, well or not. */
export function changeAtEnd(taskId: string, answer: ProviderTask): StepChange {
  const rawAnswer = rawJson(answer.raw);
  if (answer.state === "failed") {
    const failure = providerFailure(answer.failure?.code ?? null, answer.failure?.message ?? "");
    // Providers do not charge for what they could not make, unless they say so.
    const chargedUnits = answer.chargedUnits?.toFixed(4) ?? "0";
    const event = { type: "failed", data: failure } as const;
    return { trigger: "fail", fields: { failure, rawAnswer }, event, chargedUnits };
  }
  return {
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
      await tx.taskOutput.deleteMany({ where: { taskId } });
      await tx.taskOutput.createMany({ data: outputRowsOf(taskId, answer) });
    },
  };
}

function advance(task: TrackedTask, told: number, delayMs: number): Judgement {
  // It only ever moves forward, and it is not done before it is archived.
  const progress = Math.min(0.99, Math.max(task.progress, told));
  const fields = { progress, stepFailures: 0 };
  if (task.status === "submitted") {
    return change({ trigger: "start", fields, delayMs, event: { type: "started", data: { progress } } });
  }
  if (progress - task.progress < TELL_PROGRESS_FROM) return same(delayMs);
  return change({ delayMs, fields, event: { type: "progress", data: { progress } } });
}

function same(delayMs: number): Judgement {
  return { kind: "same", delayMs, failures: 0 };
}

function change(stepChange: StepChange): Judgement {
  return { kind: "change", change: stepChange };
}
