import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import type { OpenedOutput, ProviderOutput } from "#lib/providers/provider.ts";
import { AppError } from "#lib/shared/errors.ts";
import { countRefusal, findById } from "./books.ts";
import { cutInTheMiddle } from "./cut-stream.ts";
import { outputPath } from "./files.ts";
import { readOrders } from "./orders.ts";
import { practiceTextOf } from "./practice-text.ts";
import { filesOf, readOutputUrl } from "./provider-task.ts";

/** The bytes of a finished file; broken off in the middle where practice asks for it. */
export async function openOutput(
  { url }: ProviderOutput,
  { fromByte }: { readonly fromByte: number },
): Promise<OpenedOutput> {
  const place = readOutputUrl(url);
  const task = place && (await findById(place.taskId));
  const made = task && place && filesOf(task)[place.number - 1];
  const path = task && made ? outputPath(task.id, made.file) : null;
  const bytes = path === null ? null : await sizeOf(path);
  if (!task || !made || path === null || bytes === null) {
    throw new AppError("not_found", "The sandbox keeps this file no longer.");
  }
  const startsAt = Math.min(fromByte, bytes);
  // Node types its web streams apart from the platform's; they are the same objects.
  const body = Readable.toWeb(createReadStream(path, { start: startsAt })) as ReadableStream<Uint8Array>;
  const request = task.request as TaskRequest; // written by openTask from a checked one
  const isCut =
    readOrders(practiceTextOf(request)).cutsDownload && (await countRefusal(task.externalId, request)) === 1;
  return { body: isCut ? cutInTheMiddle(body, bytes) : body, bytes, startsAt, mime: made.mime };
}

async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ size }) => size,
    () => null,
  );
}
