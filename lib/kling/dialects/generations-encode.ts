import { pathOf } from "../endpoints.ts";
import { DEFAULT_MODE, type Mode } from "../fields.ts";
import type { ClipRequest } from "../requests/clip.ts";
import type { TaskRequest } from "../requests/request.ts";
import type { EncodedJob } from "./decoded-job.ts";
import { GENERATIONS_MODEL, type GenerationsQuality, generationsNameOf } from "./generations-models.ts";
import { type DoorFields, encodeCreate } from "./native-encode.ts";

/**
 * The request for the kling-v3 gateway (S002). Its model names always say quality and sound, so what a request leaves to
 * Kling is sent as Kling's default: `std` and silent (off-26 §3.1).
 */
export function encodeGenerations(request: TaskRequest, door: DoorFields = {}): EncodedJob {
  if (request.kind !== "text2video" && request.kind !== "image2video") return { ok: false, fields: ["kind"] };
  const { mode = DEFAULT_MODE, sound = "off" } = request;
  const fields = [
    ...fieldsWithoutWord(request),
    ...(door.externalTaskId === undefined ? [] : ["external_task_id"]),
    ...(door.callbackUrl === undefined ? [] : ["callback_url"]),
  ];
  if (fields.length > 0 || !isOffered(mode))
    return { ok: false, fields: [...(isOffered(mode) ? [] : ["mode"]), ...fields] };

  const { prompt, aspect_ratio, duration, image, image_tail, ...native } = encodeCreate(request, door).body;
  const { model_name: _model, mode: _mode, sound: _sound, multi_shot: _shots, shot_type, ...extra } = native;
  const extraBody = {
    ...extra,
    ...(shot_type !== undefined && { shot_type: shot_type === "intelligence" ? "intelligent" : shot_type }),
  };
  const body = {
    model: generationsNameOf({ mode, sound }),
    ...(prompt !== undefined && { prompt }),
    ...(image !== undefined && { image }),
    ...(image_tail !== undefined && { last_image: image_tail }),
    ...(aspect_ratio !== undefined && { aspect_ratio }),
    duration: Number(duration),
    ...(Object.keys(extraBody).length > 0 && { extra_body: extraBody }),
  };
  return { ok: true, method: "POST", path: PATH, body };
}

const PATH = pathOf({ dialect: "generations", operation: "create_job" });

/** Fields that the document has no place for. */
const UNNAMED = ["camera_control", "voice_list", "static_mask", "dynamic_masks", "watermark_info"] as const;

function isOffered(mode: Mode): mode is GenerationsQuality["mode"] {
  return mode !== "4k";
}

function fieldsWithoutWord(request: ClipRequest): readonly string[] {
  const given = new Map(Object.entries(request).filter(([, value]) => value !== undefined));
  return [
    ...(request.model_name === GENERATIONS_MODEL ? [] : ["model_name"]),
    ...UNNAMED.filter((name) => given.has(name)),
    ...shotsWithoutWord(request),
    ...(request.kind === "image2video" ? picturesWithoutWord(request) : []),
  ];
}

/** The gateway concludes `multi_shot` from the other two, which it cannot take as idle fields. */
function shotsWithoutWord({ multi_shot, shot_type, multi_prompt }: ClipRequest): readonly string[] {
  const list = multi_prompt === undefined ? [] : ["multi_prompt"];
  const type = shot_type === undefined ? [] : ["shot_type"];
  if (multi_shot !== true) return [...type, ...list];
  if (shot_type === undefined) return ["multi_shot", ...list];
  return shot_type === "customize" && multi_prompt === undefined ? ["multi_shot", "shot_type"] : [];
}

type PictureFields = Extract<ClipRequest, { kind: "image2video" }>;

function picturesWithoutWord({ image, image_tail, prompt, multi_prompt }: PictureFields): readonly string[] {
  if (image === undefined) return [image_tail === undefined ? "image" : "image_tail"];
  // Native ignores the prompt then, the gateway refuses it (§10.5 #10).
  return prompt !== undefined && multi_prompt !== undefined ? ["prompt"] : [];
}
