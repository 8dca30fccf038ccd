import type { SystemTransaction } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { RequestOf } from "#lib/kling/requests/request.ts";
import type { TaskResult } from "#lib/kling/task-result.ts";
import { newId } from "#lib/shared/ids.ts";
import type { LeasedTask } from "./leased-task.ts";
import { taskRequestOf } from "./task-request.ts";

const HOUR_MS = 60 * 60 * 1000;

/** A selection is open for a day (off-26 §3.11); for faces no page states it, and we say the same. */
const SESSION_MS = 24 * HOUR_MS;

/**
 * What a finished task leaves in the team's library: an element, a voice, or a session that later tasks name. Safe to run
 * twice: each is known by its id upstream.
 */
export async function keepResult(tx: SystemTransaction, task: LeasedTask): Promise<void> {
  const result = task.result as TaskResult | null; // written by the worker from a provider's answer
  if (result === null) return;
  switch (result.type) {
    case "faces":
    case "selection":
      return keepSession(tx, task, result);
    case "element":
      return keepElement(tx, task, result.element_id);
    case "voice":
      return keepVoice(tx, task, result.voice_id);
    case "recognition":
    case "parent_video":
      return;
  }
}

type SessionResult = Extract<TaskResult, { type: "faces" | "selection" }>;

async function keepSession(tx: SystemTransaction, task: LeasedTask, { type, session_id }: SessionResult) {
  const { teamId, connectionId, id: taskId } = task;
  const expiresAt = new Date(Date.now() + SESSION_MS);
  const key = { connectionId, upstreamSessionId: session_id };
  await tx.mediaSession.upsert({
    where: { connectionId_upstreamSessionId: key },
    create: { id: newId("mediaSession"), teamId, taskId, kind: type, expiresAt, ...key },
    update: {},
  });
}

async function keepElement(tx: SystemTransaction, task: LeasedTask, elementId: string): Promise<void> {
  const { teamId, connectionId, id: taskId } = task;
  const key = { connectionId, upstreamElementId: elementId };
  const create = { id: newId("element"), teamId, taskId, ...key, ...describeElement(task) };
  await tx.element.upsert({ where: { connectionId_upstreamElementId: key }, create, update: {} });
}

type Described = Pick<
  Prisma.ElementUncheckedCreateInput,
  "library" | "name" | "description" | "referenceType" | "media" | "tagIds" | "voiceId"
>;

function describeElement(task: LeasedTask): Described {
  // Only these two kinds yield an element.
  const request = taskRequestOf(task) as RequestOf<"custom-elements" | "advanced-custom-elements">;
  const common = {
    name: request.element_name,
    description: request.element_description,
    tagIds: request.tag_list?.map(({ tag_id }) => tag_id) ?? [],
  };
  if (request.kind === "custom-elements") {
    const refers = request.element_refer_list.map(({ image_url }) => image_url);
    const media = { frontal: request.element_frontal_image, refers, videos: [] };
    return { ...common, library: "custom", referenceType: "image_refer", media };
  }
  const pictures = request.element_image_list;
  const media = {
    ...(pictures && { frontal: pictures.frontal_image }),
    refers: pictures?.refer_images.map(({ image_url }) => image_url) ?? [],
    videos: request.element_video_list?.refer_videos.map(({ video_url }) => video_url) ?? [],
  };
  const voiceId = request.element_voice_id ?? null;
  return { ...common, library: "advanced", referenceType: request.reference_type, media, voiceId };
}

async function keepVoice(tx: SystemTransaction, task: LeasedTask, voiceId: string): Promise<void> {
  const { teamId, connectionId, id: taskId } = task;
  const { voice_name: name } = taskRequestOf(task) as RequestOf<"custom-voices">; // only this kind yields a voice
  const trial = await tx.taskOutput.findFirst({ where: { taskId, label: "voice_trial" } });
  const key = { connectionId, upstreamVoiceId: voiceId };
  await tx.voice.upsert({
    where: { connectionId_upstreamVoiceId: key },
    create: { id: newId("voice"), teamId, taskId, name, trialAssetId: trial?.assetId ?? null, ...key },
    update: {},
  });
}
