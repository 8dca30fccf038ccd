import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { Job, PgBoss } from "pg-boss";
import { systemDb } from "#lib/db/client.ts";
import { log } from "#lib/log.ts";
import { findProvider, runProviderServices } from "#lib/providers/registry.ts";
import { startBoss } from "#lib/queue/boss.ts";
import type { JobDefinition } from "#lib/queue/define-job.ts";
import {
  archiveTaskJob,
  deliverMessageJob,
  measureMotionJob,
  submitTaskJob,
  type TaskJob,
} from "#lib/queue/jobs.ts";
import { queueOf } from "#lib/queue/queue.ts";
import { newId } from "#lib/shared/ids.ts";
import { blobs } from "#lib/storage/blobs.ts";
import { startTracing } from "#lib/tracing/start-tracing.ts";
import { deliverMessage } from "#lib/webhooks/deliver-message.ts";
import { archiveTask } from "./archive-task.ts";
import { measureMotion } from "./measure-motion.ts";
import { repeatUntilStopped } from "./repeat-until-stopped.ts";
import type { WorkerDeps } from "./step-context.ts";
import { submitTask } from "./submit-task.ts";
import { trackTasks } from "./tracking/track-tasks.ts";
import { upkeepDuties } from "./upkeep.ts";

/** After this, running steps are broken off and handed back; the supervisor's own limit is later. */
const GRACE_MS = 15_000;
const CONNECT_AGAIN_MS = 1_000;

const HANDLERS: readonly (readonly [TaskJob, (taskId: string, deps: WorkerDeps) => Promise<void>])[] = [
  [submitTaskJob, submitTask],
  [archiveTaskJob, archiveTask],
  [measureMotionJob, measureMotion],
];

await main();

/** Runs until it is told to end: takes jobs, looks after what got lost, and does what providers need on our side. */
async function main(): Promise<void> {
  const stopping = new AbortController();
  const stoppingNow = new AbortController();
  onStopRequest(() => {
    log.info("the worker finishes what is short and hands back the rest");
    stopping.abort();
    setTimeout(() => stoppingNow.abort(), GRACE_MS).unref();
  });
  const endTracing = startTracing("framewright-worker");
  const boss = await connect(stopping.signal);
  if (boss === null) return;
  const deps: WorkerDeps = {
    queue: queueOf(boss),
    blobs,
    providerOf: findProvider,
    random: Math.random,
    stopping: stopping.signal,
    stoppingNow: stoppingNow.signal,
  };
  await takeJobs(boss, deps);
  await takeDeliveries(boss, deps);
  log.info("the worker takes jobs");
  const upkeep = upkeepDuties({ workerId: newId("worker"), queue: deps.queue, blobs });
  await Promise.all([
    runProviderServices(stopping.signal),
    trackTasks(deps),
    ...upkeep.map((duty) => repeatUntilStopped(duty, stopping.signal)),
    drainWhenStopped(boss, stopping.signal),
  ]);
  await systemDb.$disconnect();
  await endTracing();
  log.info("the worker ended");
}

/** The database may come up after us, or be restarting. */
async function connect(signal: AbortSignal): Promise<PgBoss | null> {
  while (!signal.aborted) {
    try {
      return await startBoss("worker");
    } catch (error) {
      log.warn({ err: error }, "the queue cannot be reached yet");
      await sleep(CONNECT_AGAIN_MS, undefined, { signal }).catch(() => undefined); // only an abort ends it early
    }
  }
  return null;
}

async function takeJobs(boss: PgBoss, deps: WorkerDeps): Promise<void> {
  for (const [definition, handle] of HANDLERS) {
    await take(boss, definition, ({ data, signal }) => {
      const stoppingNow = AbortSignal.any([deps.stoppingNow, signal]);
      return handle(definition.payload.parse(data).taskId, { ...deps, stoppingNow });
    });
  }
}

async function takeDeliveries(boss: PgBoss, { queue, random, stoppingNow }: WorkerDeps): Promise<void> {
  await take(boss, deliverMessageJob, (job) => {
    const signal = AbortSignal.any([stoppingNow, job.signal]);
    const { deliveryId } = deliverMessageJob.payload.parse(job.data);
    return deliverMessage(deliveryId, { queue, random, now: () => new Date(), signal });
  });
}

/**
 * As many at a time as the definition says. After a job somebody looks for the next one at once: pg-boss on its own waits for its
 * poll after every job that no notification followed, so that what came due together was taken at a few jobs a second.
 */
async function take(boss: PgBoss, definition: JobDefinition, handle: (job: Job<object>) => Promise<void>) {
  const { name, parallel, perGroup, pollSeconds } = definition;
  const options = {
    // The least that pg-boss takes with this limit for a group; it counts a group's jobs over all of them.
    localConcurrency: perGroup,
    localGroupConcurrency: perGroup,
    pollingIntervalSeconds: pollSeconds,
    notifyPollingIntervalSeconds: pollSeconds,
  };
  for (let taken = 0; taken < parallel; taken += perGroup) {
    const first = { id: "" };
    first.id = await boss.work<object>(name, options, async ([job]) => {
      if (job === undefined) return;
      try {
        await handle(job);
      } finally {
        boss.notifyWorker(first.id);
      }
    });
  }
}

/** Takes no more jobs from that moment on, and waits for those that run. */
async function drainWhenStopped(boss: PgBoss, signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, "abort");
  await boss.stop({ graceful: true, timeout: GRACE_MS + 5_000 });
}

function onStopRequest(stop: () => void): void {
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}
