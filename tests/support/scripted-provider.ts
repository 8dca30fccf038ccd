import type { SubmissionClass } from "#lib/kling/submission-class.ts";
import type { Provider, ProviderTask, Submission, SubmitOutcome } from "#lib/providers/provider.ts";
import { AppError } from "#lib/shared/errors.ts";

export type Script = {
  readonly submissionClass?: SubmissionClass;
  readonly quietMs?: number;
  /** What a create comes to; `calls` counts those of this id, this one included. Accepted unless told. */
  readonly onSubmit?: (call: {
    readonly externalId: string;
    readonly calls: number;
    readonly running: number;
  }) => SubmitOutcome | Promise<SubmitOutcome>;
  /** What a look for an id of ours finds; the tasks that were opened unless told. */
  readonly onFind?: (externalId: string) => ProviderTask | null;
};

export type ScriptedProvider = Provider & {
  /** Every create, in order. */
  readonly submits: Submission[];
  readonly finds: string[];
  readonly opened: Map<string, ProviderTask>;
  readonly callsOf: (externalId: string) => number;
};

/** An upstream that answers as a test wants, and remembers what it was asked. */
export function scriptedProvider(script: Script = {}): ScriptedProvider {
  const submits: Submission[] = [];
  const finds: string[] = [];
  const opened = new Map<string, ProviderTask>();
  const callsOf = (externalId: string) => submits.filter((it) => it.externalId === externalId).length;
  return {
    submits,
    finds,
    opened,
    callsOf,
    submissionClass: () => script.submissionClass ?? "A",
    ...(script.quietMs !== undefined && { quietMs: script.quietMs }),
    async submit(submission) {
      const { externalId } = submission;
      submits.push(submission);
      const call = { externalId, calls: callsOf(externalId), running: opened.size };
      const outcome = await (script.onSubmit?.(call) ?? accepted(externalId));
      if (outcome.kind === "accepted") opened.set(externalId, outcome.task);
      return outcome;
    },
    async findByExternalId(externalId) {
      finds.push(externalId);
      return script.onFind === undefined ? (opened.get(externalId) ?? null) : script.onFind(externalId);
    },
    query: async (upstreamTaskId) =>
      [...opened.values()].find((task) => task.upstreamTaskId === upstreamTaskId) ?? null,
    openOutput: () => Promise.reject(new AppError("not_found", "A scripted provider makes no files.")),
  };
}

/** A task as an upstream has it right after it was opened. */
export function openedTask(externalId: string): ProviderTask {
  return {
    upstreamTaskId: `up-${externalId}`,
    state: "submitted",
    progress: 0,
    failure: null,
    outputs: [],
    result: null,
    chargedUnits: null,
    raw: {},
  };
}

export function accepted(externalId: string): SubmitOutcome {
  return { kind: "accepted", task: openedTask(externalId) };
}

export function refused(code: number, retryable = false): SubmitOutcome {
  return { kind: "refused", code, message: `upstream says ${code}`, retryable };
}

export const LOST: SubmitOutcome = { kind: "doubtful", message: "the connection was reset" };
