import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { crashPoint } from "#lib/crash-point.ts";
import { env } from "#lib/env.ts";
import { findBusinessCode } from "#lib/kling/codes.ts";
import { RESULT_RETENTION_DAYS } from "#lib/kling/limits.ts";
import { priceOf } from "#lib/kling/prices.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import type {
  Provider,
  ProviderOutput,
  ProviderTask,
  Submission,
  SubmitOutcome,
} from "#lib/providers/provider.ts";
import { AppError } from "#lib/shared/errors.ts";
import { countRefusal, findById, findOpened, type OpenTask, openTask } from "./books.ts";
import { cutInTheMiddle } from "./cut-stream.ts";
import { clipPath, saveInput } from "./files.ts";
import { type PracticeOrders, readOrders } from "./orders.ts";

const URL_PREFIX = "sandbox://clips/";
/** As upstream deletes results after a while, so does the sandbox. */
export const KEEP_CLIPS_MS = RESULT_RETENTION_DAYS * 24 * 60 * 60 * 1000;

/** An upstream in our own house. It refuses duplicates by returning the first task, as class A demands. */
export const sandboxProvider: Provider = {
  submissionClass: () => "A",
  submit,
  async findByExternalId(externalId) {
    const task = await findOpened(externalId);
    return task && providerTaskOf(task);
  },
  async query(upstreamTaskId) {
    const task = await findById(upstreamTaskId);
    return task && providerTaskOf(task);
  },
  openOutput,
};

async function submit({ request, externalId, readInput }: Submission): Promise<SubmitOutcome> {
  const known = await findOpened(externalId);
  if (known !== null) return { kind: "accepted", task: providerTaskOf(known) };
  const orders = readOrders(request.prompt ?? "");
  const turnedAway = await turnAway({ request, externalId, orders });
  if (turnedAway !== null) return turnedAway;
  for (const role of mediaRolesOf(request))
    await saveInput(externalId, { role, bytes: await readInput(role) });
  const opened = await openTask({ externalId, request, queueSeconds: env.SANDBOX_QUEUE_SECONDS });
  crashPoint("sandbox:opened");
  if (opened && orders.lose === "reply")
    return { kind: "doubtful", message: "the reply was lost, as ordered" };
  const task = await findOpened(externalId);
  if (task === null) throw new Error(`the sandbox lost ${externalId}`);
  return { kind: "accepted", task: providerTaskOf(task) };
}

type Call = { readonly request: TaskRequest; readonly externalId: string; readonly orders: PracticeOrders };

async function turnAway({ request, externalId, orders }: Call): Promise<SubmitOutcome | null> {
  if (orders.refuse === null && orders.lose !== "call") return null;
  const calls = await countRefusal(externalId, request);
  if (orders.lose === "call")
    return calls > 1 ? null : { kind: "doubtful", message: "the call was lost, as ordered" };
  if (orders.refuse === null || calls > orders.refuse.times) return null;
  const { code } = orders.refuse;
  const known = findBusinessCode(code);
  return { kind: "refused", code, message: known?.message ?? "", retryable: known?.retryable === true };
}

export function mediaRolesOf(request: TaskRequest): readonly ("image" | "image_tail")[] {
  if (request.kind !== "image2video") return [];
  return (["image", "image_tail"] as const).filter((role) => request[role] !== undefined);
}

function providerTaskOf(task: OpenTask): ProviderTask {
  const request = task.request as TaskRequest; // written by openTask from a checked one
  const state = task.state as ProviderTask["state"]; // refused rows are never read as tasks
  const price = priceOf(request);
  return {
    upstreamTaskId: task.id,
    state,
    progress: task.progress,
    failure: state === "failed" ? (task.failure as ProviderTask["failure"]) : null,
    outputs: state === "succeeded" ? [outputOf(task)] : [],
    chargedUnits: state === "succeeded" && price.known ? price.units : null,
    raw: rawOf(task),
  };
}

function outputOf({ id, durationSeconds, updatedAt }: OpenTask): ProviderOutput {
  const dies = new Date(updatedAt.getTime() + KEEP_CLIPS_MS);
  return { id: `${id}-1`, url: `${URL_PREFIX}${id}`, durationSeconds, dies };
}

function rawOf({ id, externalId, state, progress, failure, createdAt, updatedAt }: OpenTask) {
  return {
    task_id: id,
    task_info: { external_task_id: externalId },
    task_status: state,
    progress,
    ...(failure !== null && { failure }),
    created_at: createdAt.getTime(),
    updated_at: updatedAt.getTime(),
  };
}

async function openOutput(output: ProviderOutput) {
  const task = output.url.startsWith(URL_PREFIX) ? await findById(output.url.slice(URL_PREFIX.length)) : null;
  const bytes = task === null ? null : await sizeOf(clipPath(task.id));
  if (task === null || bytes === null)
    throw new AppError("not_found", "The sandbox keeps this clip no longer.");
  // Node types its web streams apart from the platform's; they are the same objects.
  const body = Readable.toWeb(createReadStream(clipPath(task.id))) as ReadableStream<Uint8Array>;
  const request = task.request as TaskRequest; // written by openTask from a checked one
  const isCut =
    readOrders(request.prompt ?? "").cutsDownload && (await countRefusal(task.externalId, request)) === 1;
  return { body: isCut ? cutInTheMiddle(body, bytes) : body, bytes, mime: "video/mp4" };
}

async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ size }) => size,
    () => null,
  );
}
