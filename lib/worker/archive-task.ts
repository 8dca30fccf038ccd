import { keepAsset } from "#lib/assets/keep-asset.ts";
import type { StoredFile } from "#lib/assets/store-output.ts";
import { crashPoint } from "#lib/crash-point.ts";
import { systemDb } from "#lib/db/client.ts";
import { databaseNow } from "#lib/db/database-clock.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { log } from "#lib/log.ts";
import { askedMotion } from "#lib/motion/measure/asked-motion.ts";
import { measureMotionJob } from "#lib/queue/jobs.ts";
import { clipName } from "#lib/tasks/clip-name.ts";
import { ownFailure } from "#lib/tasks/failures.ts";
import { keepResult } from "#lib/tasks/keep-result.ts";
import { leaseTask } from "#lib/tasks/lease-task.ts";
import type { LeasedTask } from "#lib/tasks/leased-task.ts";
import { type ArchiveTrouble, decideAfterArchiveTrouble } from "#lib/tasks/next-step.ts";
import { taskRequestOf } from "#lib/tasks/task-request.ts";
import { bringHome, isBadFile, isGone, type OutputRow } from "./bring-home.ts";
import { findOutputs } from "./find-outputs.ts";
import { runStep } from "./run-step.ts";
import { clockOf, type StepContext, type WorkerDeps } from "./step-context.ts";

/** Brings the outputs of a finished task home. Safe to run twice: content has one name, and the rows come last. */
export function archiveTask(taskId: string, deps: WorkerDeps): Promise<void> {
  const lease = (id: string) => leaseTask(id, ["archiving"]);
  return runStep({ name: "archive", lease, run: archive }, { taskId, deps });
}

async function archive(context: StepContext): Promise<void> {
  const { task, deps } = context;
  crashPoint("archive:leased");
  const provider = deps.providerOf(task.connection);
  try {
    if (provider === null) throw new Error("the provider is not known to this version");
    const outputs = await findOutputs(provider, context);
    for (const output of outputs.filter(({ assetId }) => assetId === null)) {
      await keepOutput(context, { output, file: await bringHome(provider, { output, context }) });
    }
  } catch (error) {
    context.lease.signal.throwIfAborted();
    deps.stopping.throwIfAborted();
    return recordTrouble(context, error);
  }
  await recordArchived(context);
  crashPoint("archive:after-commit");
}

type Archived = { readonly output: OutputRow; readonly file: StoredFile };

/** Each file is safe as soon as it is here, whatever becomes of its brothers. */
async function keepOutput({ task, lease }: StepContext, { output, file }: Archived): Promise<void> {
  const { teamId, createdById } = task;
  lease.assertHeld();
  await systemDb.$transaction(async (tx) => {
    const asset = await keepAsset(tx, {
      ...file,
      teamId,
      createdById,
      origin: "output",
      name: clipName(task),
    });
    await tx.taskOutput.update({ where: { id: output.id }, data: { assetId: asset.id } });
  });
}

async function recordArchived({ task, deps, record }: StepContext): Promise<void> {
  await record({
    trigger: "archive",
    // A failure of an earlier attempt at the same files is none any more.
    fields: { stepFailures: 0, failure: Prisma.DbNull },
    chargedUnits: task.chargedUnits?.toFixed() ?? null,
    event: { type: "succeeded" },
    alsoWrite: async (tx) => {
      await keepResult(tx, task);
      if (askedMotion(taskRequestOf(task)) !== null)
        await deps.queue.enqueue(tx, measureMotionJob, wantedFor(task));
      crashPoint("archive:before-commit");
    },
  });
}

function wantedFor({ id: taskId, connectionId, paidTry }: LeasedTask) {
  return { taskId, connectionId, paidTry };
}

async function recordTrouble(context: StepContext, error: unknown): Promise<void> {
  const { task, record } = context;
  const trouble = troubleOf(error);
  log.warn({ err: error, taskId: task.id, trouble }, "an output could not be archived");
  const now = await databaseNow();
  const diesInMs = await lifetimeLeftMs(task.id, now);
  const clock = clockOf(context, { since: task.queuedAt, now });
  const decision = decideAfterArchiveTrouble(trouble, { ...clock, diesInMs });
  if (decision.kind === "wait") {
    const { delayMs } = decision;
    const event = { type: "archive_delayed", data: { trouble, delayMs } } as const;
    return record({ delayMs, fields: { stepFailures: task.stepFailures + 1 }, event });
  }
  const failure = ownFailure("output_unusable");
  // It was made and therefore charged, whatever became of the file.
  const chargedUnits = task.chargedUnits?.toFixed() ?? null;
  return record({
    trigger: "spoil",
    fields: { failure },
    chargedUnits,
    event: { type: "failed", data: failure },
  });
}

/** Of the output that dies first, as a renewed link may just have told; null when none does. */
async function lifetimeLeftMs(taskId: string, now: Date): Promise<number | null> {
  const first = await systemDb.taskOutput.findFirst({
    where: { taskId, assetId: null, upstreamDies: { not: null } },
    orderBy: { upstreamDies: "asc" },
  });
  return first?.upstreamDies ? first.upstreamDies.getTime() - now.getTime() : null;
}

function troubleOf(error: unknown): ArchiveTrouble {
  if (isGone(error)) return "gone";
  return isBadFile(error) ? "bad" : "unreachable";
}
