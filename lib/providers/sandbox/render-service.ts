import { mkdir, rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { crashPoint } from "#lib/crash-point.ts";
import { EngineError } from "#lib/engine/engine-error.ts";
import { renderPieces } from "#lib/engine/render-pieces.ts";
import { kindOf } from "#lib/kling/kinds/kinds.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { log } from "#lib/log.ts";
import type { OpenTask } from "./books.ts";
import { keepOutput, removeAbandonedAttempts, removeEarlierAttempts, workDirOf } from "./files.ts";
import { readOrders } from "./orders.ts";
import { practiceTextOf } from "./practice-text.ts";
import { readOrder } from "./read-order.ts";
import { recipeFor } from "./recipes/find-recipe.ts";
import type { Order, Recipe } from "./recipes/recipe.ts";
import {
  claimRender,
  countEngineFailure,
  failRender,
  finishRender,
  handBackRender,
  type KeptFile,
  reportRender,
} from "./render-books.ts";
import { openSession, removeEndedSessions } from "./sessions.ts";

/** The engine keeps about two cores busy. */
const PARALLEL_RENDERS = Math.max(1, Math.floor(availableParallelism() / 2));
/** Those that are only slow included: each of them holds a lease. */
const MAX_UNDER_WAY = 50;
const LOOK_EVERY_MS = 400;
const AFTER_TROUBLE_MS = 2_000;
const REPORT_EVERY_MS = 1_000;
const ENGINE_TRIES = 3;
const TIDY_EVERY_MS = 60 * 60 * 1000;
const ABANDONED_MS = 24 * 60 * 60 * 1000;

const underWay = new Set<Promise<void>>();

/** Makes what was ordered, until the signal aborts. */
export async function runRenderService(signal: AbortSignal): Promise<void> {
  const renderers = Array.from({ length: PARALLEL_RENDERS }, () => repeatUntilStopped(renderNext, signal));
  await Promise.all([...renderers, repeatUntilStopped(tidy, signal)]);
  await Promise.all(underWay);
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
  await removeAbandonedAttempts(ABANDONED_MS);
  await removeEndedSessions();
  return TIDY_EVERY_MS;
}

/** With a task that was ordered to be slow, the renderer goes on as soon as it is drawn: it must not keep others waiting. */
async function renderNext(signal: AbortSignal): Promise<number> {
  const task = underWay.size < MAX_UNDER_WAY ? await claimRender() : null;
  if (task === null) return LOOK_EVERY_MS;
  const { promise: rendered, resolve: onRendered } = Promise.withResolvers<void>();
  let waitMs = 0;
  const work = renderTask(task, { signal, onRendered })
    .catch((error: unknown) => {
      log.error({ err: error }, "the sandbox could not work");
      waitMs = AFTER_TROUBLE_MS;
    })
    .finally(() => underWay.delete(work));
  underWay.add(work);
  await Promise.race([rendered, work]);
  return waitMs;
}

type Rendering = { readonly signal: AbortSignal; readonly onRendered: () => void };

async function renderTask(task: OpenTask, { signal, onRendered }: Rendering): Promise<void> {
  const workDir = workDirOf(task.id, task.fence);
  try {
    await removeEarlierAttempts(task.id, task.fence);
    await mkdir(workDir, { recursive: true });
    await make(task, { workDir, signal, onRendered });
  } catch (error) {
    await recordTrouble(task, { error, isStopping: signal.aborted });
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

type Making = Rendering & { readonly workDir: string };

async function make(task: OpenTask, { workDir, signal, onRendered }: Making): Promise<void> {
  const { slowSeconds, failWith } = readOrders(practiceTextOf(task.request as TaskRequest)); // written by openTask from a checked one
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
    const order = failWith === null ? await readOrder(task, workDir) : null;
    const recipe = order && recipeFor(order);
    if (recipe !== null && recipe.pieces.length > 0) {
      const { pieces } = recipe;
      await renderPieces(
        { pieces, outDir: workDir },
        { signal: either, onProgress: (done) => (rendered = done) },
      );
    }
    crashPoint("sandbox:rendered");
    onRendered();
    const leftMs = slowSeconds * 1000 - (performance.now() - startedAtMs);
    if (leftMs > 0) await sleep(leftMs, undefined, { signal: either });
    if (order === null || recipe === null) {
      return await failRender(task, { code: null, message: failWith ?? "" });
    }
    await giveOut(task, { order, recipe, workDir });
  } finally {
    clearInterval(reporting);
  }
}

type Finished = { readonly order: Order; readonly recipe: Recipe; readonly workDir: string };

async function giveOut(task: OpenTask, { order, recipe, workDir }: Finished): Promise<void> {
  const { files, result, opens } = recipe;
  const kept: KeptFile[] = [];
  for (const made of files) kept.push({ ...made, key: await keepOutput(join(workDir, made.file)) });
  crashPoint("sandbox:published");
  if (opens !== undefined) {
    await openSession({ id: order.number, externalId: task.externalId, data: opens });
  }
  const price = kindOf(order.request.kind).price(order.request, order.facts);
  await finishRender(task, { files: kept, result, chargedUnits: price.known ? price.units : null });
}

type Trouble = { readonly error: unknown; readonly isStopping: boolean };

async function recordTrouble(task: OpenTask, { error, isStopping }: Trouble): Promise<void> {
  if (isStopping) return handBackRender(task);
  if (error instanceof EngineError && error.kind === "aborted") return; // another process renders it by now
  if (error instanceof EngineError && error.kind === "input") {
    return failRender(task, { code: null, message: "The input file cannot be used" });
  }
  log.warn({ err: error, sandboxTaskId: task.id }, "a render broke off");
  const failures = await countEngineFailure(task);
  if (failures < ENGINE_TRIES) return;
  await failRender(task, { code: 5000, message: "Internal server error" });
}
