import { systemDb } from "#lib/db/client.ts";
import type { OutputLabel } from "#lib/kling/output-labels.ts";
import type { TaskKind } from "#lib/kling/task-kinds.ts";
import type { TaskResult } from "#lib/kling/task-result.ts";
import { newId } from "#lib/shared/ids.ts";
import { until } from "#tests/support/until.ts";
import type { GatewayTeam } from "./world.ts";

const VIEWS = ["view_1", "view_2", "view_3"] as const;

/** The files of the kinds that make something else than one video. */
const LABELS: Readonly<Partial<Record<TaskKind, readonly OutputLabel[]>>> = {
  "identify-face": ["face"],
  "init-selection": ["normalized_video"],
  tts: ["audio_mp3"],
  "text-to-audio": ["audio_mp3", "audio_wav"],
  "video-to-audio": ["video", "audio_mp3", "audio_wav"],
  "image-generation": ["image"],
  "omni-image": ["image"],
  "multi-image2image": ["image"],
  expand: ["image"],
  "virtual-try-on": ["image"],
  "image-recognize": ["object_seg", "head_seg", "face_seg", "cloth_seg"],
  "ai-multi-shot": [...VIEWS, ...VIEWS, ...VIEWS],
  "custom-elements": [],
  "advanced-custom-elements": [],
  "custom-voices": ["voice_trial"],
};

/**
 * Plays the worker's part for a kind whose answer waits for its end: as soon as there is a task of this kind, it is over,
 * with all that the worker leaves behind, and files of the right type if not of the right content.
 */
export async function finishNextTask(team: GatewayTeam, kind: TaskKind): Promise<void> {
  const open = { teamId: team.teamId, kind, status: "queued" } as const;
  const { id } = await until(() => systemDb.task.findFirst({ where: open, select: { id: true } }), {
    withinMs: 30_000,
    everyMs: 20,
    what: `a task of ${kind} is ordered`,
  });
  await finishTask(team, { taskId: id, kind });
}

export async function finishTask(
  team: GatewayTeam,
  { taskId, kind }: { readonly taskId: string; readonly kind: TaskKind },
): Promise<void> {
  const labels = LABELS[kind] ?? ["video"];
  await makeLibraryEntry(team, { taskId, kind });
  await systemDb.taskOutput.createMany({
    data: labels.map((label, position) => ({
      id: newId("taskOutput"),
      taskId,
      position,
      label,
      upstreamId: `${taskId}-${position}`,
      upstreamUrl: "sandbox://none",
      assetId: assetFor(team, label),
      durationSeconds: /video|audio|trial/.test(label) ? 3.02 : null,
    })),
  });
  const result = resultOf(team, kind);
  await systemDb.task.update({
    where: { id: taskId },
    data: {
      status: "succeeded",
      finishedAt: new Date(),
      settledUnits: "1.5",
      ...(result !== undefined && { result }),
    },
  });
}

function assetFor({ media }: GatewayTeam, label: OutputLabel): string {
  if (label === "video" || label === "normalized_video") return media.film;
  return label.startsWith("audio") || label === "voice_trial" ? media.sound : media.picture;
}

function resultOf(team: GatewayTeam, kind: TaskKind): TaskResult | undefined {
  switch (kind) {
    case "identify-face":
      return {
        type: "faces",
        session_id: "faces-1",
        faces: [{ face_id: "0", start_time: 0, end_time: 3000 }],
      };
    case "init-selection":
      return {
        type: "selection",
        session_id: "selection-1",
        fps: 24,
        original_duration: 3000,
        width: 1920,
        height: 1080,
        total_frame: 72,
      };
    case "image-recognize":
      return { type: "recognition", contains: { object_seg: true, head_seg: false } };
    case "video-extend":
    case "lip-sync":
    case "advanced-lip-sync":
    case "video-to-audio":
      return { type: "parent_video", video_id: team.media.filmOutput, duration: "3.0" };
    default:
      return undefined;
  }
}

/** What the team's libraries get: a long id beyond 2^53 for an element, a sample for a voice. */
async function makeLibraryEntry(
  { teamId, connectionId, media }: GatewayTeam,
  { taskId, kind }: { readonly taskId: string; readonly kind: TaskKind },
): Promise<void> {
  const own = { teamId, connectionId, taskId };
  if (kind === "custom-voices") {
    const voice = { upstreamVoiceId: `v-${taskId}`, name: "Ann", trialAssetId: media.sound };
    await systemDb.voice.create({ data: { id: newId("voice"), ...own, ...voice } });
  }
  if (kind !== "custom-elements" && kind !== "advanced-custom-elements") return;
  await systemDb.element.create({
    data: {
      id: newId("element"),
      ...own,
      upstreamElementId: `84213097823${String(Date.now()).slice(-7)}`,
      library: kind === "custom-elements" ? "custom" : "advanced",
      name: "boat",
      description: "a boat of paper",
      referenceType: "image_refer",
      media: { frontal: media.picture, refers: [media.picture], videos: [] },
      tagIds: ["o_102"],
    },
  });
}
