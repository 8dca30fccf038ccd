import type { TaskRequest } from "#lib/kling/requests/request.ts";
import type { OpenedOutput, ProviderOutput } from "#lib/providers/provider.ts";
import { AppError } from "#lib/shared/errors.ts";
import { blobs } from "#lib/storage/blobs.ts";
import { countRefusal, findById, type OpenTask } from "./books.ts";
import { cutInTheMiddle } from "./cut-stream.ts";
import { readOrders } from "./orders.ts";
import { practiceTextOf } from "./practice-text.ts";
import { filesOf, KEEP_RESULTS_MS, readOutputUrl } from "./provider-task.ts";

/** The bytes of a finished file; broken off in the middle where practice asks for it. */
export async function openOutput(
  { url }: ProviderOutput,
  { fromByte }: { readonly fromByte: number },
): Promise<OpenedOutput> {
  const place = readOutputUrl(url);
  const task = place && (await findById(place.taskId));
  const made = task && !isOver(task) ? filesOf(task)[place.number - 1] : undefined;
  const bytes = made === undefined ? null : await blobs.size(made.key);
  if (!task || made === undefined || bytes === null) {
    throw new AppError("not_found", "The sandbox keeps this file no longer.");
  }
  const startsAt = fromByte < bytes ? fromByte : 0;
  const body = blobs.open(made.key, { start: startsAt, end: bytes - 1 });
  const request = task.request as TaskRequest; // written by openTask from a checked one
  const isCut =
    readOrders(practiceTextOf(request)).cutsDownload && (await countRefusal(task.externalId, request)) === 1;
  const { key: tag, mime } = made;
  return { body: isCut ? cutInTheMiddle(body, bytes) : body, bytes, startsAt, tag, mime };
}

/** As upstream does, the sandbox gives its results for a while only. */
function isOver({ updatedAt }: OpenTask): boolean {
  return Date.now() - updatedAt.getTime() > KEEP_RESULTS_MS;
}
