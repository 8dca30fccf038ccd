import { forgetRemovedAssets } from "#lib/assets/delete-asset.ts";
import { sweepUploads } from "#lib/assets/resumable/sweep-uploads.ts";
import { sweepBlobs } from "#lib/assets/sweep-blobs.ts";
import { tellAnchor } from "#lib/audit/tell-anchor.ts";
import { systemDb } from "#lib/db/client.ts";
import { databaseNow } from "#lib/db/database-clock.ts";
import { forgetTrashedDrafts } from "#lib/drafts/forget-drafts.ts";
import { log } from "#lib/log.ts";
import type { Queue } from "#lib/queue/queue.ts";
import type { BlobStore } from "#lib/storage/blob-store.ts";
import { IDEMPOTENCY_HOURS } from "#lib/tasks/once-per-key.ts";
import { raiseArchiveAlarms } from "#lib/tasks/raise-archive-alarms.ts";
import { reportStuck } from "#lib/tasks/report-stuck.ts";
import { sweepTasks } from "#lib/tasks/sweep-tasks.ts";
import { forgetOldMessages, sweepDeliveries } from "#lib/webhooks/sweep-deliveries.ts";
import type { Duty } from "./repeat-until-stopped.ts";

type Upkeep = { readonly workerId: string; readonly queue: Queue; readonly blobs: BlobStore };

/** With the lease of 15 s: a task whose worker was killed goes on within 20 s. */
const SWEEP_EVERY_MS = 4_000;
const BEAT_EVERY_MS = 5_000;
const SWEEP_CALLBACKS_EVERY_MS = 60_000;
const REPORT_EVERY_MS = 60_000;
const ALARM_EVERY_MS = 10 * 60 * 1000;
const SWEEP_BLOBS_EVERY_MS = 3 * 60 * 60 * 1000;
const SWEEP_UPLOADS_EVERY_MS = 30 * 60 * 1000;
const ANCHOR_EVERY_MS = 24 * 60 * 60 * 1000;
const TIDY_EVERY_MS = 60 * 60 * 1000;
/** The health of a connection is told of its last day. */
const CALLS_KEPT_DAYS = 2;

export function upkeepDuties({ workerId, queue, blobs }: Upkeep): readonly Duty[] {
  return [
    { name: "beat", everyMs: BEAT_EVERY_MS, run: () => beat(workerId) },
    { name: "sweep", everyMs: SWEEP_EVERY_MS, run: () => sweepTasks(queue) },
    { name: "report stuck", everyMs: REPORT_EVERY_MS, run: reportStuck },
    { name: "sweep callbacks", everyMs: SWEEP_CALLBACKS_EVERY_MS, run: () => sweepDeliveries(queue) },
    {
      name: "archive alarms",
      everyMs: ALARM_EVERY_MS,
      run: async () => raiseArchiveAlarms(queue, await databaseNow()),
    },
    { name: "sweep blobs", everyMs: SWEEP_BLOBS_EVERY_MS, run: () => sweepOldBlobs(blobs) },
    { name: "sweep uploads", everyMs: SWEEP_UPLOADS_EVERY_MS, run: () => sweepOldUploads(blobs) },
    { name: "audit anchor", everyMs: ANCHOR_EVERY_MS, run: tellAnchor },
    { name: "tidy", everyMs: TIDY_EVERY_MS, run: () => tidy(blobs) },
  ];
}

/** Tells /api/health that somebody works. */
async function beat(workerId: string): Promise<void> {
  await systemDb.$executeRaw`
    INSERT INTO "WorkerHeartbeat" ("id", "beatAt") VALUES (${workerId}, now())
    ON CONFLICT ("id") DO UPDATE SET "beatAt" = now()`;
}

/** By the slower of both clocks: one that runs ahead must not make anything old. */
async function slowerNow(): Promise<Date> {
  return new Date(Math.min(Date.now(), (await databaseNow()).getTime()));
}

async function sweepOldUploads(blobs: BlobStore): Promise<void> {
  const swept = await sweepUploads(blobs, await slowerNow());
  if (swept.expired + swept.orphaned > 0) log.info(swept, "uploads that nobody went on with were swept");
}

async function sweepOldBlobs(blobs: BlobStore): Promise<void> {
  const swept = await sweepBlobs(blobs, await slowerNow());
  if (Object.values(swept).some((count) => count > 0)) log.info(swept, "blobs that no row names were swept");
}

/** Forgets what nobody asks for any more. */
async function tidy(blobs: BlobStore): Promise<void> {
  await systemDb.$executeRaw`
    DELETE FROM "IdempotencyKey" WHERE "createdAt" < now() - make_interval(hours => ${IDEMPOTENCY_HOURS})`;
  await systemDb.$executeRaw`DELETE FROM "WorkerHeartbeat" WHERE "beatAt" < now() - interval '1 day'`;
  await systemDb.$executeRaw`
    DELETE FROM "ConnectionCalls" WHERE "minute" < now() - make_interval(days => ${CALLS_KEPT_DAYS})`;
  await systemDb.$executeRaw`DELETE FROM "SeenCallback" WHERE "seenAt" < now() - interval '1 day'`;
  await forgetOldMessages();
  await forgetRemovedAssets();
  await forgetTrashedDrafts();
  await blobs.removeAbandonedWork();
}
