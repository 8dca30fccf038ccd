import { kindOf } from "#lib/kling/kinds/kinds.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { type SubmissionClass, submissionClassOf } from "#lib/kling/submission-class.ts";
import type { HttpUpstream } from "#lib/kling/upstreams.ts";
import { log } from "#lib/log.ts";
import { LimitedChildError } from "#lib/media/limited-child-error.ts";
import type { Submission, SubmitOutcome } from "#lib/providers/provider.ts";
import { AppError } from "#lib/shared/errors.ts";
import { withOldAxes } from "./camera-axes.ts";
import { type Delivering, deliverMedia } from "./deliver-media.ts";
import type { DialectClient } from "./dialect-client.ts";
import { findTask, isDuplicate } from "./find-tasks.ts";
import { providerTaskOf } from "./provider-task.ts";
import { outcomeOfRefusal, outcomeWithoutAnswer } from "./submit-outcome.ts";
import type { Transport } from "./transport.ts";

export type SubmitDeps = {
  readonly upstream: HttpUpstream;
  readonly client: DialectClient;
  readonly transport: Transport;
  /** Whether this very connection was seen to refuse a duplicate. */
  readonly sawDuplicateRefusal: boolean;
  readonly hasOldAxes: boolean;
  readonly invertMask: Delivering["invertMask"];
  readonly nowMs: () => number;
  /** Told each time that a duplicate was refused. */
  readonly onDuplicateRefused: () => Promise<void>;
};

/** A kind that the dialect has no words for is never sent, so nothing is promised for it. */
export function submissionClassIn(deps: SubmitDeps, { kind }: TaskRequest): SubmissionClass {
  const { dialect, refusesDuplicates } = deps.upstream;
  const isSure = refusesDuplicates || deps.sawDuplicateRefusal;
  return submissionClassOf({ dialect, kind, refusesDuplicates: isSure }) ?? "B";
}

/** Upstream's words for a wrong value; ours too, for what is found to be wrong before anything is sent. */
const WRONG_VALUE = 1201;
const NOT_NOW = 5001;

/** Sends an order once, and tells what came of it. @throws whatever the submission's `signal` was aborted with */
export async function submit(submission: Submission, deps: SubmitDeps): Promise<SubmitOutcome> {
  const { client, transport, nowMs } = deps;
  const delivered = await delivery(submission, deps);
  if (!delivered.ok) return delivered.outcome;
  const request = deps.hasOldAxes ? withOldAxes(delivered.request) : delivered.request;
  const encoded = client.encode(request, doorOf(submission, deps));
  if (!encoded.ok) return refusedByUs(`this upstream has no field for ${encoded.fields.join(", ")}`);
  const { method, path, body } = encoded;
  const sent = await transport({ operation: "submit", method, path, body, signal: submission.signal });
  if (sent.type !== "answered") return outcomeWithoutAnswer(sent);
  const answer = client.readCreated(sent.body, request.kind);
  if (answer.ok)
    return { kind: "accepted", task: providerTaskOf(answer.value, { raw: sent.body, nowMs: nowMs() }) };
  return isDuplicate(answer, submission.externalId)
    ? adoptFirst(submission, deps)
    : outcomeOfRefusal(sent, answer);
}

type Ready =
  | { readonly ok: true; readonly request: TaskRequest }
  | { readonly ok: false; readonly outcome: SubmitOutcome };

/** The request with its files; when they cannot be had, that is known before anything was sent, and no doubt. */
async function delivery(submission: Submission, { upstream, invertMask }: SubmitDeps): Promise<Ready> {
  try {
    const delivered = await deliverMedia(submission, { base64: upstream.base64, invertMask });
    if (delivered.ok) return delivered;
    return {
      ok: false,
      outcome: refusedByUs(`${delivered.path}: ${delivered.problem.replaceAll("_", " ")}`),
    };
  } catch (error) {
    submission.signal.throwIfAborted();
    if (error instanceof LimitedChildError && error.kind === "refused")
      return { ok: false, outcome: refusedByUs("a mask cannot be decoded") };
    log.warn({ err: error, externalId: submission.externalId }, "the files of a task could not be read");
    const message = "the files of this task could not be read";
    return { ok: false, outcome: { kind: "refused", code: NOT_NOW, message, retryable: true } };
  }
}

function refusedByUs(message: string): SubmitOutcome {
  return { kind: "refused", code: WRONG_VALUE, message, retryable: false };
}

/** What travels beside the request, as far as this upstream has fields for it. */
function doorOf({ request, externalId, callbackUrl, extraFields }: Submission, deps: SubmitDeps) {
  const submissionClass = submissionClassIn(deps, request);
  const takesId = submissionClass === "A" || submissionClass === "A?";
  const tellsLater = deps.upstream.takesCallbackUrl && kindOf(request.kind).answers === "task";
  return {
    extraFields,
    ...(takesId && deps.upstream.takesExternalTaskId && { externalTaskId: externalId }),
    ...(tellsLater && callbackUrl !== null && { callbackUrl }),
  };
}

/** Our id is known there: an earlier call of this paid try arrived, and its task is the one we want. */
async function adoptFirst(submission: Submission, deps: SubmitDeps): Promise<SubmitOutcome> {
  const { externalId, request, signal } = submission;
  await deps.onDuplicateRefused();
  const found = await findTask({ kind: request.kind, externalId }, { ...deps, signal }).catch((error) => {
    signal.throwIfAborted();
    if (error instanceof AppError) return null;
    throw error;
  });
  if (found !== null) return { kind: "accepted", task: found };
  return { kind: "doubtful", message: "the upstream has a task of our id, and does not tell which" };
}
