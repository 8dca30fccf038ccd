import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { crashPoint } from "#lib/crash-point.ts";
import { EngineError } from "#lib/engine/engine-error.ts";
import { renderClip } from "#lib/engine/render-clip.ts";
import type { RenderJob } from "#lib/engine/render-job.ts";
import { type ImageSize, outputSpec } from "#lib/kling/output.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { log } from "#lib/log.ts";
import { readImageHeader } from "#lib/media/image-header.ts";
import { type OpenTask, takeNumberOf } from "./books.ts";
import { clipPath, inputPath, removeEarlierAttempts, removeOlderThan, workDirOf } from "./files.ts";
import { readOrders, withoutOrders } from "./orders.ts";
import { KEEP_CLIPS_MS, mediaRolesOf } from "./provider.ts";
import {
  claimRender,
  countEngineFailure,
  failRender,
  finishRender,
  handBackRender,
  reportRender,
} from "./render-books.ts";

/** The engine keeps about two cores busy. */
const PARALLEL_RENDERS = Math.max(1, Math.floor(availableParallelism() / 2));
const LOOK_EVERY_MS = 400;
const AFTER_TROUBLE_MS = 2_000;
const REPORT_EVERY_MS = 1_000;
const ENGINE_TRIES = 3;
const TIDY_EVERY_MS = 60 * 60 * 1000;

/** Makes what was ordered, until the signal aborts. */
export async function runRenderService(signal: AbortSignal): Promise<void> {
  const renderers = Array.from({ length: PARALLEL_RENDERS }, () => repeatUntilStopped(renderNext, signal));
  await Promise.all([...renderers, repeatUntilStopped(tidy, signal)]);
}

/** `work` says how long to wait before the next time. */
async function repeatUntilStopped(work: (signal: AbortSignal) => Promise<number>, signal: AbortSignal) {
  while (!signal.aborted) {
    const waitMs = await work(signal).catch((error: unknown) => {
      log.error({ err: error }, "the sandbox could not work");
      return AFTER_TROUBLE_MS;
    });
    await sleep(waitMs, undefined, { signal }).catch(() => undefined); // only an abort ends it early
  }
}

async function tidy(): Promise<number> {
  await removeOlderThan(KEEP_CLIPS_MS);
  return TIDY_EVERY_MS;
}

async function renderNext(signal: AbortSignal): Promise<number> {
  const task = await claimRender();
  if (task === null) return LOOK_EVERY_MS;
  const workDir = workDirOf(task.id, task.fence);
  try {
    await removeEarlierAttempts(task.id, task.fence);
    await mkdir(workDir, { recursive: true });
    await make(task, { workDir, signal });
  } catch (error) {
    await recordTrouble(task, { error, isStopping: signal.aborted });
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
  return 0;
}

type Making = { readonly workDir: string; readonly signal: AbortSignal };

async function make(task: OpenTask, { workDir, signal }: Making): Promise<void> {
  const { slowSeconds, failWith } = readOrders((task.request as TaskRequest).prompt ?? "");
  const startedAtMs = performance.now();
  let rendered = failWith === null ? 0 : 1;
  const lost = new AbortController();
  const reporting = setInterval(async () => {
    const elapsedSeconds = (performance.now() - startedAtMs) / 1000;
    const progress = Math.min(rendered, slowSeconds === 0 ? 1 : elapsedSeconds / slowSeconds);
    const isHeld = await reportRender(task, progress).catch(() => true); // unreachable is not lost
    if (!isHeld) lost.abort();
  }, REPORT_EVERY_MS);
  const either = AbortSignal.any([signal, lost.signal]);
  try {
    const job = failWith === null ? await jobFor(task, workDir) : null;
    const clip = job && (await renderClip(job, { signal: either, onProgress: (done) => (rendered = done) }));
    crashPoint("sandbox:rendered");
    const leftMs = slowSeconds * 1000 - (performance.now() - startedAtMs);
    if (leftMs > 0) await sleep(leftMs, undefined, { signal: either });
    if (clip === null) return await failRender(task, { code: null, message: failWith ?? "" });
    await mkdir(dirname(clipPath(task.id)), { recursive: true });
    await rename(clip.videoPath, clipPath(task.id));
    crashPoint("sandbox:published");
    await finishRender(task, clip.durationSeconds);
  } finally {
    clearInterval(reporting);
  }
}

async function jobFor(task: OpenTask, outDir: string): Promise<RenderJob> {
  const request = task.request as TaskRequest; // written by openTask from a checked one
  const [first, last] = mediaRolesOf(request).map((role) => inputPath(task.externalId, role));
  const spec = outputSpec(request, first === undefined ? undefined : await imageSizeOf(first));
  const { widthPx, heightPx, fps, durationSeconds, hasSound } = spec;
  const take = await takeNumberOf(task);
  return {
    kind: request.kind,
    prompt: withoutOrders(request.prompt ?? ""),
    widthPx,
    heightPx,
    fps,
    durationSeconds,
    hasSound,
    image: first,
    imageTail: last,
    // The same request gives the same clip; takes that are ordered together are told apart.
    seed: take === 0 ? undefined : String(take),
    outDir,
  };
}

async function imageSizeOf(path: string): Promise<ImageSize | undefined> {
  const header = readImageHeader(await readFile(path));
  return header.ok ? { widthPx: header.widthPx, heightPx: header.heightPx } : undefined;
}

type Trouble = { readonly error: unknown; readonly isStopping: boolean };

async function recordTrouble(task: OpenTask, { error, isStopping }: Trouble): Promise<void> {
  if (isStopping) return handBackRender(task);
  if (error instanceof EngineError && error.kind === "aborted") return; // another process renders it by now
  if (error instanceof EngineError && error.kind === "input") {
    return failRender(task, { code: null, message: "The picture cannot be used" });
  }
  log.warn({ err: error, sandboxTaskId: task.id }, "a render broke off");
  const failures = await countEngineFailure(task);
  if (failures < ENGINE_TRIES) return;
  await failRender(task, { code: 5000, message: "Internal server error" });
}
