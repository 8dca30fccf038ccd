import { RESULT_RETENTION_DAYS } from "#lib/kling/limits.ts";
import type { ProviderOutput, ProviderTask } from "#lib/providers/provider.ts";
import type { OpenTask } from "./books.ts";
import type { MadeFile } from "./recipes/recipe.ts";
import type { KeptFile, Made } from "./render-books.ts";

const URL_PREFIX = "sandbox://clips/";
/** As upstream deletes results after a while, so does the sandbox. */
export const KEEP_RESULTS_MS = RESULT_RETENTION_DAYS * 24 * 60 * 60 * 1000;

/** A row of the sandbox's books as the neutral form of every provider. */
export function providerTaskOf(task: OpenTask): ProviderTask {
  const state = task.state as ProviderTask["state"]; // refused rows are never read as tasks
  const isDone = state === "succeeded";
  const { result, chargedUnits } = (task.result as Omit<Made, "files"> | null) ?? {}; // written by finishRender
  return {
    upstreamTaskId: task.id,
    state,
    progress: task.progress,
    failure: state === "failed" ? (task.failure as ProviderTask["failure"]) : null,
    outputs: isDone ? filesOf(task).map((file, index) => outputOf(task, { ...file, number: index + 1 })) : [],
    result: (isDone && result) || null,
    chargedUnits: (isDone ? chargedUnits : null) ?? null,
    raw: rawOf(task),
  };
}

/** The files of a finished task, in the order in which they are numbered from 1. */
export function filesOf({ files }: OpenTask): readonly KeptFile[] {
  return (files as readonly KeptFile[] | null) ?? []; // written by finishRender
}

/** @returns null for a URL that is none of ours */
export function readOutputUrl(url: string): { readonly taskId: string; readonly number: number } | null {
  if (!url.startsWith(URL_PREFIX)) return null;
  const [taskId = "", number] = url.slice(URL_PREFIX.length).split("/");
  return { taskId, number: Number(number) };
}

type NumberedFile = MadeFile & { readonly number: number };

function outputOf(
  { id, updatedAt }: OpenTask,
  { number, label, durationSeconds }: NumberedFile,
): ProviderOutput {
  const dies = new Date(updatedAt.getTime() + KEEP_RESULTS_MS);
  return { id: `${id}-${number}`, label, url: `${URL_PREFIX}${id}/${number}`, durationSeconds, dies };
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
