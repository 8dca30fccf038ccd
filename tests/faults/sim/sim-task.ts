import type { Dialect } from "#lib/kling/endpoints.ts";
import type { TaskKind } from "#lib/kling/task-kinds.ts";
import type { TaskView, TaskViewStatus } from "#lib/kling/task-view.ts";

/** What becomes of a task, decided when it is accepted. */
export type Fate = {
  /** From its acceptance to its end, in real milliseconds. */
  readonly afterMs: number;
  /** Why it fails; null when it succeeds. */
  readonly failure: string | null;
};

export type SimTask = {
  readonly upstreamId: string;
  readonly externalId: string | null;
  readonly account: string;
  readonly dialect: Dialect;
  readonly kind: TaskKind;
  readonly pack: Pack;
  readonly model: string;
  readonly acceptedAtMs: number;
  readonly fate: Fate;
  /** Charged when it succeeds; decimal text. */
  readonly units: string;
  readonly seconds: string;
};

/** What resource packs, and their parallel places, are counted by. */
export type Pack = "video" | "image" | "try_on";

export function packOf(kind: TaskKind): Pack {
  if (kind === "virtual-try-on") return "try_on";
  return ["image-generation", "omni-image", "multi-image2image", "expand"].includes(kind) ? "image" : "video";
}

/** Its status at a moment: a third of its life it waits. */
export function statusAt({ acceptedAtMs, fate }: SimTask, nowMs: number): TaskViewStatus {
  const ageMs = nowMs - acceptedAtMs;
  if (ageMs >= fate.afterMs) return fate.failure === null ? "succeeded" : "failed";
  return ageMs >= fate.afterMs / 3 ? "processing" : "submitted";
}

export function isOver(task: SimTask, nowMs: number): boolean {
  return nowMs - task.acceptedAtMs >= task.fate.afterMs;
}

/** The task as it is told; `fileUrl` is where its clip can be fetched. */
export function viewAt(task: SimTask, nowMs: number, fileUrl: string): TaskView {
  const status = statusAt(task, nowMs);
  const hasEnded = isOver(task, nowMs);
  const updatedAtMs = Math.round(hasEnded ? task.acceptedAtMs + task.fate.afterMs : nowMs);
  return {
    id: task.upstreamId,
    kind: task.kind,
    askedModel: task.model,
    externalTaskId: task.externalId ?? undefined,
    status,
    statusMessage: status === "failed" ? (task.fate.failure ?? undefined) : undefined,
    progress: Math.min(1, (nowMs - task.acceptedAtMs) / task.fate.afterMs),
    createdAtMs: Math.round(task.acceptedAtMs),
    updatedAtMs,
    ...(hasEnded && { finishedAtMs: updatedAtMs }),
    outputs:
      status === "succeeded"
        ? [{ id: `${task.upstreamId}-1`, label: "video", url: fileUrl, durationSeconds: task.seconds }]
        : [],
    unitsDeducted: status === "succeeded" ? task.units : undefined,
  };
}
