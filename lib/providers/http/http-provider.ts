import { kindOf } from "#lib/kling/kinds/kinds.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { type SubmissionClass, submissionClassOf } from "#lib/kling/submission-class.ts";
import type { HttpUpstream } from "#lib/kling/upstreams.ts";
import type { Provider, Submission, SubmitOutcome } from "#lib/providers/provider.ts";
import { AppError } from "#lib/shared/errors.ts";
import { accountCalls } from "./account-calls.ts";
import { withOldAxes } from "./camera-axes.ts";
import { checkConnection } from "./check-connection.ts";
import { deliverMedia } from "./deliver-media.ts";
import type { DialectClient } from "./dialect-client.ts";
import { findTask, isDuplicate, listTasks, readTask } from "./find-tasks.ts";
import { openOutput } from "./open-output.ts";
import { providerTaskOf } from "./provider-task.ts";
import { outcomeOfRefusal, outcomeWithoutAnswer } from "./submit-outcome.ts";
import type { Transport } from "./transport.ts";

export type HttpProviderDeps = {
  readonly upstream: HttpUpstream;
  readonly client: DialectClient;
  readonly transport: Transport;
  /** Whether this very connection was seen to refuse a duplicate. */
  readonly sawDuplicateRefusal: boolean;
  readonly hasOldAxes: boolean;
  readonly nowMs: () => number;
  /** Told each time that a duplicate was refused. */
  readonly onDuplicateRefused: () => Promise<void>;
  readonly countOutput: (outcome: string) => void;
};

/** An upstream that is reached over HTTP, whatever its dialect. */
export function createHttpProvider(deps: HttpProviderDeps): Provider {
  const { upstream, client, transport, nowMs, countOutput } = deps;
  const asking = (signal: AbortSignal) => ({ client, transport, nowMs, signal });
  const classOf = (request: TaskRequest) => submissionClassIn(deps, request);
  return {
    submissionClass: classOf,
    submit: (submission) => submit(submission, deps),
    async findByExternalId(externalId, request, signal) {
      const submissionClass = classOf(request);
      if (submissionClass === "A" || submissionClass === "A?")
        return findTask({ kind: request.kind, externalId }, asking(signal));
      throw new AppError("provider_unavailable", "This upstream knows no ids of ours for such tasks.");
    },
    query: (id, { kind }, signal) => readTask({ operation: "query", kind, id }, asking(signal)),
    ...(upstream.listsTasks === true &&
      client.list !== undefined && {
        queryMany: (tasks, signal) => listTasks(tasks, asking(signal)),
      }),
    openOutput: (output, options) => openOutput(output, { ...options, count: countOutput }),
    check: (signal) => checkConnection({ upstream, client, transport, nowMs, signal }),
    ...accountCalls({ upstream, transport, nowMs }),
  };
}

/** A kind that the dialect has no words for is never sent, so nothing is promised for it. */
function submissionClassIn(deps: HttpProviderDeps, { kind }: TaskRequest): SubmissionClass {
  const { dialect, refusesDuplicates } = deps.upstream;
  const isSure = refusesDuplicates || deps.sawDuplicateRefusal;
  return submissionClassOf({ dialect, kind, refusesDuplicates: isSure }) ?? "B";
}

/** Upstream's words for a wrong value; ours too, for what is found to be wrong before anything is sent. */
const WRONG_VALUE = 1201;

async function submit(submission: Submission, deps: HttpProviderDeps): Promise<SubmitOutcome> {
  const { upstream, client, transport, nowMs } = deps;
  const delivered = await deliverMedia(submission, upstream.base64);
  if (!delivered.ok) return refusedByUs(`${delivered.path}: ${delivered.problem.replaceAll("_", " ")}`);
  const request = deps.hasOldAxes ? withOldAxes(delivered.request) : delivered.request;
  const encoded = client.encode(request, doorOf(submission, deps));
  if (!encoded.ok) return refusedByUs(`this upstream has no field for ${encoded.fields.join(", ")}`);
  const { method, path, body } = encoded;
  const sent = await transport({ operation: "submit", method, path, body, signal: submission.signal });
  if (sent.type !== "answered") return outcomeWithoutAnswer(sent);
  const answer = client.readCreated(sent.body, request.kind);
  if (answer.ok)
    return { kind: "accepted", task: providerTaskOf(answer.value, { raw: sent.body, nowMs: nowMs() }) };
  return isDuplicate(answer) ? adoptFirst(submission, deps) : outcomeOfRefusal(sent, answer);
}

function refusedByUs(message: string): SubmitOutcome {
  return { kind: "refused", code: WRONG_VALUE, message, retryable: false };
}

/** What travels beside the request, as far as this upstream has fields for it. */
function doorOf({ request, externalId, callbackUrl, extraFields }: Submission, deps: HttpProviderDeps) {
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
async function adoptFirst(submission: Submission, deps: HttpProviderDeps): Promise<SubmitOutcome> {
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
