import type { OutputLabel } from "#lib/kling/output-labels.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import type { ResourcePack, SelectionAnswer, SelectionChange } from "#lib/kling/selection.ts";
import type { TaskResult } from "#lib/kling/task-result.ts";

/** What a provider needs to know of a task: its request, and the id under which we can find it again. */
export type Submission = {
  readonly request: TaskRequest;
  /** Our deterministic `external_task_id`; the same on every attempt of one paid try. */
  readonly externalId: string;
  /** Fields of the client that we do not know, by path; for an upstream that may. */
  readonly extraFields: Readonly<Record<string, unknown>>;
  /** Bytes of the request's media by path, e.g. "image" or "image_list[0].image_url"; read lazily. */
  readonly readInput: (role: string) => Promise<Uint8Array>;
  readonly signal: AbortSignal;
};

/** A finished file at the provider's, not yet ours. */
export type ProviderOutput = {
  readonly id: string;
  /** What it is to its task; see `lib/kling/output-labels.ts`. */
  readonly label: OutputLabel;
  readonly url: string;
  readonly durationSeconds: number | null;
  /** When the provider deletes it; null when it never does. */
  readonly dies: Date | null;
};

/** What the provider says of a task, in one neutral form. */
export type ProviderTask = {
  readonly upstreamTaskId: string;
  readonly state: "submitted" | "processing" | "succeeded" | "failed";
  /** 0..1 */
  readonly progress: number;
  /** Present exactly when failed. `code` as in lib/kling/codes.ts when the provider tells one. */
  readonly failure: { readonly code: number | null; readonly message: string } | null;
  readonly outputs: readonly ProviderOutput[];
  /** What came out besides files, as upstream tells it in `task_result` or `data`: faces, a session, an element. */
  readonly result: TaskResult | null;
  /** Final price, when the provider tells it. */
  readonly chargedUnits: number | null;
  readonly raw: unknown;
};

/**
 * What came of a submission. `accepted` also stands for "already exists": the task of this external id.
 * `refused`: the provider answered and certainly opened nothing. `doubtful`: it may have opened a task.
 */
export type SubmitOutcome =
  | { readonly kind: "accepted"; readonly task: ProviderTask }
  | { readonly kind: "refused"; readonly code: number; readonly message: string; readonly retryable: boolean }
  | { readonly kind: "doubtful"; readonly message: string };

/** What a provider promises about double submission; see promises.md and docs/decisions. */
export type SubmissionClass = "A" | "A?" | "B" | "C";

/**
 * A place that makes clips. No provider polls, retries or waits by itself: the task engine does.
 * Every method may be called twice for the same task.
 */
export type Provider = {
  readonly submissionClass: (request: TaskRequest) => SubmissionClass;
  readonly submit: (submission: Submission) => Promise<SubmitOutcome>;
  /** The task of our external id; null when the provider knows none. Throws when it cannot tell. */
  readonly findByExternalId: (
    externalId: string,
    request: TaskRequest,
    signal: AbortSignal,
  ) => Promise<ProviderTask | null>;
  /** Throws when the provider cannot be asked; null when it does not know the id. */
  readonly query: (
    upstreamTaskId: string,
    request: TaskRequest,
    signal: AbortSignal,
  ) => Promise<ProviderTask | null>;
  /** The bytes of a finished output as a stream, with its length when the provider tells it. */
  readonly openOutput: (
    output: ProviderOutput,
    signal: AbortSignal,
  ) => Promise<{
    readonly body: ReadableStream<Uint8Array>;
    readonly bytes: number | null;
    readonly mime: string | null;
  }>;
  /**
   * Marks or unmarks what is to be edited in a video, in a session that an `init-selection` opened. Unpaid, answered at
   * once; absent where upstream has no such thing. Throws AppError not_found for a session it does not know.
   */
  readonly changeSelection?: (change: SelectionChange, signal: AbortSignal) => Promise<SelectionAnswer>;
  /** What the account may still spend; absent where upstream does not tell. */
  readonly resourcePacks?: (signal: AbortSignal) => Promise<readonly ResourcePack[]>;
};
