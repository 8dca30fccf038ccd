import { PgBoss } from "pg-boss";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { DEAD_LETTER_QUEUE, deliverMessageJob, TASK_JOBS } from "./jobs.ts";

export type BossRole =
  /** Web: sends jobs, runs and supervises nothing. */
  | "producer"
  /** Worker: runs jobs and finds those of workers that died. */
  | "worker";

/** pg-boss fails a job whose worker stopped beating after this; ten seconds is its least. */
const HEARTBEAT_SECONDS = 10;
/** How often dead jobs are looked for. With the heartbeat: a killed worker's jobs run again within 20 seconds. */
const SUPERVISE_SECONDS = 10;
/** Longer than any outage: the task row is the truth, but a job that is merely waiting must not vanish. */
const RETENTION_SECONDS = 90 * 24 * 60 * 60;

/** Starts pg-boss with its own small pool, and makes sure that its schema and our queues exist. Safe to run anywhere, at once. */
export async function startBoss(role: BossRole): Promise<PgBoss> {
  const isWorker = role === "worker";
  const boss = new PgBoss({
    connectionString: env.DATABASE_DIRECT_URL ?? env.DATABASE_URL,
    application_name: `framewright-queue-${role}`,
    max: isWorker ? 6 : 2,
    supervise: isWorker,
    schedule: false,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
    // On a LISTEN connection of its own; without it, polling alone finds every job.
    useListenNotify: isWorker,
    persistWarnings: isWorker,
    persistQueueStats: isWorker,
  });
  // Without a listener, Node would end the process on the first restart of the database.
  boss.on("error", (error) => log.error({ err: error }, "queue error"));
  boss.on("warning", (warning) => log.warn({ warning: warning.message }, "queue warning"));
  await boss.start();
  await createQueues(boss);
  return boss;
}

async function createQueues(boss: PgBoss): Promise<void> {
  await boss.createQueue(DEAD_LETTER_QUEUE, { retentionSeconds: RETENTION_SECONDS });
  for (const job of [...TASK_JOBS, deliverMessageJob]) {
    await boss.createQueue(job.name, {
      // One waiting job per task and try, or per delivery and attempt, is enough; the row decides between two that run.
      policy: "short",
      retentionSeconds: RETENTION_SECONDS,
      deleteAfterSeconds: job.deleteAfterSeconds,
      expireInSeconds: job.expireInSeconds,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      retryLimit: 5,
      retryDelay: 1,
      retryBackoff: true,
      retryDelayMax: 60,
      deadLetter: DEAD_LETTER_QUEUE,
      notify: true,
    });
  }
}
