import type { LibraryKind, PresetElement, PresetVoice } from "#lib/kling/library.ts";
import type { OutputLabel } from "#lib/kling/output-labels.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import type { ResourcePack, SelectionAnswer, SelectionChange } from "#lib/kling/selection.ts";
import type { SubmissionClass } from "#lib/kling/submission-class.ts";
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
  /** A signed address of the same media for an upstream to fetch; null when the studio cannot be reached from outside. */
  readonly inputUrl: (role: string) => string | null;
  /** The id under which this very upstream knows a file of the request; null when it did not make it. */
  readonly upstreamIdOf: (role: string) => string | null;
  /** Where this paid try's status changes may be told; null when the studio cannot be reached from outside. */
  readonly callbackUrl: string | null;
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

/** A finished file that is being read. */
export type OpenedOutput = {
  readonly body: ReadableStream<Uint8Array>;
  /** Length of the whole file in bytes, however much of it is streamed. */
  readonly bytes: number | null;
  readonly startsAt: number;
  readonly mime: string | null;
  /** Names these bytes (an ETag): a stream under another tag continues another file. Absent where upstream tells none. */
  readonly tag?: string | null;
};

/** What a test of a connection found. */
export type ConnectionCheck = {
  readonly ok: boolean;
  readonly latencyMs: number;
  /** What the free call proved, or why it failed: `reached` = it answers, `authorized` = it knows the credential. */
  readonly proved: "authorized" | "reached" | "nothing";
  /** Business code or HTTP status of a refusal; null without one. */
  readonly code: number | null;
  readonly message: string;
};

/**
 * A place that makes clips. No provider polls, retries or waits by itself: the task engine does.
 * Every method may be called twice for the same task.
 */
export type Provider = {
  readonly submissionClass: (request: TaskRequest) => SubmissionClass;
  readonly submit: (submission: Submission) => Promise<SubmitOutcome>;
  /**
   * How long after a `submit` without an answer the same id may not be sent again, in milliseconds; twice the time that one may
   * take unless told. 0 only where two at the same time are certainly not opened twice.
   */
  readonly quietMs?: number;
  /**
   * The task of our external id; null when the provider knows none. Throws when it cannot tell: AppError unprocessable, and
   * without a call, where upstream has no such query.
   */
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
  /**
   * The states of several tasks with as few calls as upstream allows; a task that is missing in the answer must be asked for
   * alone. Absent where upstream cannot list. Throws when the provider cannot be asked.
   */
  readonly queryMany?: (
    tasks: readonly { readonly upstreamTaskId: string; readonly request: TaskRequest }[],
    signal: AbortSignal,
  ) => Promise<ReadonlyMap<string, ProviderTask>>;
  /** How soon after a look at a running task the next one may come, in milliseconds; three seconds unless told. */
  readonly leastLookMs?: number;
  /**
   * The bytes of a finished output as a stream from byte `fromByte` (0 = all of it), with the whole file's length when the
   * provider tells it. `startsAt` is where the stream really begins: a provider without ranges begins at 0 again.
   * Throws AppError not_found when the provider has deleted it.
   */
  readonly openOutput: (
    output: ProviderOutput,
    options: { readonly fromByte: number; readonly signal: AbortSignal },
  ) => Promise<OpenedOutput>;
  /** A free call that proves address and credential; absent where there is nothing to prove. Never throws. */
  readonly check?: (signal: AbortSignal) => Promise<ConnectionCheck>;
  /**
   * Marks or unmarks what is to be edited in a video, in a session that an `init-selection` opened. Unpaid, answered at
   * once; absent where upstream has no such thing. Throws AppError not_found for a session it does not know.
   */
  readonly changeSelection?: (change: SelectionChange, signal: AbortSignal) => Promise<SelectionAnswer>;
  /** Elements of the house in one of the two libraries; null or absent where upstream has no such list. */
  readonly presetElements?: (
    kind: Exclude<LibraryKind, "custom-voices">,
    signal: AbortSignal,
  ) => Promise<readonly PresetElement[] | null>;
  /** Voices of the house for clips; absent where upstream has no such list. */
  readonly presetVoices?: (signal: AbortSignal) => Promise<readonly PresetVoice[]>;
  /**
   * Deletes an element or a voice that the account keeps. `gone`: upstream knows none of that id; `kept`: it has no way to delete
   * it. Throws AppError provider_unavailable when it cannot be asked.
   */
  readonly deleteKept?: (
    kept: { readonly kind: LibraryKind; readonly id: string },
    signal: AbortSignal,
  ) => Promise<"deleted" | "gone" | "kept">;
  /** What the account may still spend; absent where upstream does not tell. */
  readonly resourcePacks?: (signal: AbortSignal) => Promise<readonly ResourcePack[]>;
};
