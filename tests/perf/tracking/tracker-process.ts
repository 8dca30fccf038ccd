import { monitorEventLoopDelay } from "node:perf_hooks";
import { findProvider } from "#lib/providers/registry.ts";
import { startBoss } from "#lib/queue/boss.ts";
import { queueOf } from "#lib/queue/queue.ts";
import { blobs } from "#lib/storage/blobs.ts";
import { trackTasks } from "#lib/worker/tracking/track-tasks.ts";

export type Usage = { readonly cpuMs: number; readonly atMs: number; readonly delayP99Ms: number };

/** The tracker of a worker and nothing else of it, so that what it takes can be told. Any message is answered with its usage so far. */
const stopping = new AbortController();
process.once("SIGTERM", () => stopping.abort());
const boss = await startBoss("producer");
const delay = monitorEventLoopDelay();
delay.enable();
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  const usage: Usage = {
    cpuMs: (user + system) / 1000,
    atMs: performance.now(),
    delayP99Ms: delay.percentile(99) / 1e6,
  };
  delay.reset();
  process.send?.(usage);
});
process.send?.("tracking");
await trackTasks({
  queue: queueOf(boss),
  blobs,
  providerOf: findProvider,
  random: Math.random,
  stopping: stopping.signal,
  stoppingNow: stopping.signal,
});
process.exit(0);
