import { rm } from "node:fs/promises";
import { keepAsset } from "#lib/assets/keep-asset.ts";
import { type StoredFile, storeOutput } from "#lib/assets/store-output.ts";
import { crashPoint } from "#lib/crash-point.ts";
import type { OutputLabel } from "#lib/kling/output-labels.ts";
import { log } from "#lib/log.ts";
import { MediaError, type MediaFailure } from "#lib/media/media-error.ts";
import type { Provider } from "#lib/providers/provider.ts";
import { AppError } from "#lib/shared/errors.ts";
import { clipName } from "#lib/tasks/clip-name.ts";
import { ownFailure } from "#lib/tasks/failures.ts";
import { keepResult } from "#lib/tasks/keep-result.ts";
import { leaseTask } from "#lib/tasks/lease-task.ts";
import type { LeasedTask } from "#lib/tasks/leased-task.ts";
import { type ArchiveTrouble, decideAfterArchiveTrouble } from "#lib/tasks/next-step.ts";
import { fetchOutput } from "./fetch-output.ts";
import { runStep } from "./run-step.ts";
import { clockOf, type StepContext, type WorkerDeps } from "./step-context.ts";

type Output = LeasedTask["outputs"][number];
type Archived = { readonly output: Output; readonly file: StoredFile };

/** Bytes came, and they are not what they should be. */
const BAD_FILES: readonly MediaFailure[] = [
  "not_a_video",
  "not_audio",
  "not_an_image",
  "convert",
  "animated",
  "damaged",
];

/** Room that must be free before a download of unknown size is begun, in bytes. */
const ROOM_BYTES = 256 * 1024 * 1024;

/** Brings the outputs of a finished task home. Safe to run twice: content has one name, and the rows come last. */
export function archiveTask(taskId: string, deps: WorkerDeps): Promise<void> {
  const lease = (id: string) => leaseTask(id, ["archiving"]);
  return runStep({ name: "archive", lease, run: archive }, { taskId, deps });
}

async function archive(context: StepContext): Promise<void> {
  const { task, deps } = context;
  crashPoint("archive:leased");
  const provider = deps.providerOf(task.connection);
  const archived: Archived[] = [];
  try {
    if (provider === null) throw new Error("the provider is not known to this version");
    if (task.outputs.length === 0 && task.result === null)
      throw new AppError("not_found", "The provider named no output.");
    for (const output of task.outputs) {
      archived.push({ output, file: await bringHome(provider, { output, context }) });
    }
  } catch (error) {
    context.lease.signal.throwIfAborted();
    deps.stopping.throwIfAborted();
    return recordTrouble(context, error);
  }
  await recordArchived(context, archived);
  crashPoint("archive:after-commit");
}

type Fetching = { readonly output: Output; readonly context: StepContext };

async function bringHome(provider: Provider, { output, context }: Fetching): Promise<StoredFile> {
  const { lease, deps } = context;
  const { blobs } = deps;
  await blobs.requireRoom(ROOM_BYTES);
  const workDir = await blobs.workDir();
  const signal = AbortSignal.any([lease.signal, deps.stopping]);
  try {
    const { upstreamId: id, upstreamUrl: url, durationSeconds, upstreamDies: dies } = output;
    const label = output.label as OutputLabel; // written from a provider's answer of this type
    const fetched = await fetchOutput(provider, {
      output: { id, label, url, durationSeconds, dies },
      workDir,
      signal,
    });
    return await storeOutput({ ...fetched, workDir, blobs, signal }, label);
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

async function recordArchived({ task, record }: StepContext, archived: readonly Archived[]): Promise<void> {
  const { teamId, createdById } = task;
  await record({
    trigger: "archive",
    fields: { stepFailures: 0 },
    chargedUnits: task.chargedUnits?.toFixed() ?? null,
    event: { type: "succeeded" },
    alsoWrite: async (tx) => {
      for (const { output, file } of archived) {
        const name = clipName(task);
        const asset = await keepAsset(tx, { ...file, teamId, createdById, origin: "output", name });
        await tx.taskOutput.update({ where: { id: output.id }, data: { assetId: asset.id } });
      }
      await keepResult(tx, task);
      crashPoint("archive:before-commit");
    },
  });
}

async function recordTrouble(context: StepContext, error: unknown): Promise<void> {
  const { task, record } = context;
  const trouble = troubleOf(error);
  log.warn({ err: error, taskId: task.id, trouble }, "an output could not be archived");
  const dies = task.outputs.find((output) => output.upstreamDies !== null)?.upstreamDies ?? null;
  const diesInMs = dies === null ? null : dies.getTime() - Date.now();
  const decision = decideAfterArchiveTrouble(trouble, { ...clockOf(context, task.queuedAt), diesInMs });
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

function troubleOf(error: unknown): ArchiveTrouble {
  if (error instanceof AppError && error.code === "not_found") return "gone";
  return error instanceof MediaError && BAD_FILES.includes(error.kind) ? "bad" : "unreachable";
}
