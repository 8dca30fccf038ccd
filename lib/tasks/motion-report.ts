import type { MotionReportView } from "#lib/contract/motion-report.ts";
import { systemDb } from "#lib/db/client.ts";
import type { CameraControl } from "#lib/motion/camera.ts";
import { askedMotion } from "#lib/motion/measure/asked-motion.ts";
import type { WirePoint } from "#lib/motion/path/wire.ts";
import type { Size } from "#lib/motion/point.ts";
import { appendEvents } from "./append-event.ts";
import { statusOf } from "./find-task.ts";
import { taskRequestOf } from "./task-request.ts";

/** A clip that is ours, and what was drawn for it; files by their keys in the store. */
export type GuidedClip = {
  readonly taskId: string;
  readonly teamId: string;
  readonly videoKey: string;
  readonly brush: {
    readonly masks: readonly { readonly maskKey: string; readonly trajectory: readonly WirePoint[] }[];
    readonly stillKey: string | null;
    /** The picture that trajectories count the pixels of. */
    readonly pictureSize: Size;
  } | null;
  readonly camera: CameraControl | null;
};

/** @returns null when there is nothing to measure, or it was measured already */
export async function guidedClipOf(taskId: string): Promise<GuidedClip | null> {
  const task = await systemDb.task.findUnique({
    where: { id: taskId },
    select: {
      teamId: true,
      request: true,
      motionReport: { select: { taskId: true } },
      inputs: { include: { asset: true } },
      outputs: { where: { label: "video" }, include: { asset: true }, orderBy: { position: "asc" } },
    },
  });
  const asked = task === null ? null : askedMotion(taskRequestOf(task));
  const video = task?.outputs[0]?.asset;
  const videoKey = video?.removedAt === null ? video.storageKey : undefined;
  if (task === null || asked === null || videoKey === undefined || task.motionReport !== null) return null;
  const assetOf = (role: string) => task.inputs.find((input) => input.role === role)?.asset;
  const picture = assetOf("image");
  const masks = asked.masks.flatMap(({ trajectories }, index) => {
    const maskKey = assetOf(`dynamic_masks[${index}].mask`)?.storageKey;
    return maskKey === undefined ? [] : [{ maskKey, trajectory: trajectories }];
  });
  const stillKey = (asked.hasStillMask && assetOf("static_mask")?.storageKey) || null;
  const { widthPx = null, heightPx = null } = picture ?? {};
  const hasBrush = (masks.length > 0 || stillKey !== null) && widthPx !== null && heightPx !== null;
  const brush = hasBrush ? { masks, stillKey, pictureSize: { widthPx, heightPx } } : null;
  if (brush === null && asked.camera === null) return null;
  return { taskId, teamId: task.teamId, videoKey, brush, camera: asked.camera };
}

/** Keeps what was measured and tells the open pages; a second report of the same task is dropped. */
export async function keepMotionReport(
  { taskId, teamId }: GuidedClip,
  report: MotionReportView,
): Promise<void> {
  await systemDb.$transaction(async (tx) => {
    const { count } = await tx.motionReport.createMany({ data: { taskId, report }, skipDuplicates: true });
    if (count === 0) return;
    const task = await tx.task.findUniqueOrThrow({ where: { id: taskId }, select: { status: true } });
    const event = { taskId, type: "measured", status: statusOf(task) } as const;
    await appendEvents(tx, { teamId, events: [event], queue: null });
  });
}
