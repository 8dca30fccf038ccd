import type { z } from "zod";
import { DEFAULT_DURATION } from "../fields.ts";
import { isHttpUrl, mediaForm } from "../media.ts";
import { findModel, type ModelId } from "../models.ts";
import { image2videoSchema } from "../requests/image2video.ts";
import type { TaskRequest } from "../requests/request.ts";
import { text2videoSchema } from "../requests/text2video.ts";
import type { TaskKind } from "../task-kinds.ts";
import type { DoorFields } from "./native-encode.ts";
import { type NativeError, nativeError } from "./native-envelope.ts";
import { isJsonObject, isUnset, type JsonObject, readId, readText } from "./unknown-values.ts";

/** A field that was given and has no effect: accepted, but told. */
export type DecodeWarning = { readonly field: string; readonly message: string };

export type DecodedCreate =
  | ({
      readonly ok: true;
      readonly request: TaskRequest;
      readonly warnings: readonly DecodeWarning[];
    } & DoorFields)
  | ({ readonly ok: false; readonly field?: string } & NativeError);

/** Longest `external_task_id` we keep. Ours; upstream states none. */
export const MAX_EXTERNAL_TASK_ID_CHARACTERS = 256;

const DEFAULT_MODEL: ModelId = "kling-v1";

const SCHEMAS = { text2video: text2videoSchema, image2video: image2videoSchema } as const satisfies Record<
  TaskKind,
  z.ZodType
>;

/**
 * Decodes the body of a native create. Forgiving where upstream or its clients are (api-reference §1.4): unset is `""`,
 * `null`, `[]` or `{}`; `model` is ignored (it means V1, as upstream reads it); durations and `cfg_scale` come as numbers
 * or strings; model ids in any case; `aspect_ratio` on image2video and `cfg_scale` on v2.x have no effect. A `data:` prefix
 * on base64 is stripped, although upstream itself refuses it with 1201: our clients come from gateways that strip it
 * (S003), and what it means is not in doubt. Only shape and limits are judged here; what the model can do is for
 * `checkRequest`. A meaningful value in a field this product does not carry yet is refused, never dropped.
 */
export function decodeCreate(kind: TaskKind, body: unknown): DecodedCreate {
  if (!isJsonObject(body))
    return { ok: false, ...nativeError(1200, "The request body must be a JSON object") };
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => !isUnset(value)));
  const notCarried = findNotCarried(kind, given);
  if (notCarried) return refuse(notCarried, `${notCarried} is not supported`);
  const door = readDoorFields(given);
  if ("ok" in door) return door;
  const model = readModel(given.model_name);
  if (typeof model === "object") return model;
  const parsed = SCHEMAS[kind].safeParse({
    kind,
    duration: DEFAULT_DURATION,
    ...coerceFields(kind, given),
    model_name: model,
  });
  if (!parsed.success) return refuseIssue(parsed.error.issues[0], given);
  return { ok: true, request: parsed.data, ...door, warnings: findWithoutEffect(kind, given) };
}

type Coercion = (value: unknown) => unknown;

const asIs: Coercion = (value) => value;

const CLIP_FIELDS: Readonly<Record<string, Coercion>> = {
  prompt: asIs,
  negative_prompt: asIs,
  mode: asIs,
  duration: (value) => (typeof value === "number" ? String(value) : value),
  aspect_ratio: asIs,
  sound: asIs,
  cfg_scale: (value) => (typeof value === "string" && value.trim() !== "" ? Number(value) : value),
  watermark_info: (value) => (isJsonObject(value) ? { ...value, enabled: readFlag(value.enabled) } : value),
};

/** Fields of the canonical request by kind, with what makes a client's spelling canonical. */
const CARRIED: Readonly<Record<TaskKind, Readonly<Record<string, Coercion>>>> = {
  text2video: CLIP_FIELDS,
  image2video: { ...CLIP_FIELDS, image: normaliseMedia, image_tail: normaliseMedia },
};

/** Documented fields that mean something we cannot do yet. */
const NOT_CARRIED: Readonly<Record<TaskKind, readonly string[]>> = {
  text2video: ["multi_shot", "multi_prompt", "camera_control"],
  image2video: [
    "multi_shot",
    "multi_prompt",
    "camera_control",
    "static_mask",
    "dynamic_masks",
    "element_list",
    "voice_list",
  ],
};

const BESIDE_THE_REQUEST = ["model_name", "external_task_id", "callback_url"];

function findNotCarried(kind: TaskKind, given: JsonObject): string | undefined {
  // `multi_shot: false` asks for nothing; an official sample writes booleans as strings.
  return NOT_CARRIED[kind].find((field) => field in given && readFlag(given[field]) !== false);
}

/** `model` is upstream's legacy field; `shot_type` means nothing without `multi_shot`; the rest upstream does not know. */
function findWithoutEffect(kind: TaskKind, given: JsonObject): DecodeWarning[] {
  const known = [...Object.keys(CARRIED[kind]), ...NOT_CARRIED[kind], ...BESIDE_THE_REQUEST];
  return Object.keys(given)
    .filter((field) => !known.includes(field))
    .map((field) => ({ field, message: `${field} has no effect on ${kind}` }));
}

function coerceFields(kind: TaskKind, given: JsonObject): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, coerce] of Object.entries(CARRIED[kind])) {
    if (name in given) fields[name] = coerce(given[name]);
  }
  return fields;
}

type Refused = Extract<DecodedCreate, { ok: false }>;

function readModel(value: unknown): ModelId | Refused {
  if (value === undefined) return DEFAULT_MODEL;
  if (typeof value !== "string") return refuse("model_name", "model_name must be a string");
  const model = findModel(value);
  if (model) return model.id;
  return { ok: false, ...nativeError(1203, `Model ${shorten(value)} does not exist`), field: "model_name" };
}

function readDoorFields(given: JsonObject): DoorFields | Refused {
  const externalTaskId = readId(given.external_task_id);
  if ("external_task_id" in given && externalTaskId === undefined) {
    return refuse("external_task_id", "external_task_id must be a string");
  }
  if (externalTaskId !== undefined && externalTaskId.length > MAX_EXTERNAL_TASK_ID_CHARACTERS) {
    return refuse(
      "external_task_id",
      `external_task_id is longer than ${MAX_EXTERNAL_TASK_ID_CHARACTERS} characters`,
    );
  }
  const callbackUrl = readText(given.callback_url);
  if ("callback_url" in given && !(callbackUrl && isHttpUrl(callbackUrl))) {
    return refuse("callback_url", "callback_url is not a valid URL");
  }
  return {
    ...(externalTaskId !== undefined && { externalTaskId }),
    ...(callbackUrl !== undefined && { callbackUrl }),
  };
}

function refuseIssue(issue: z.core.$ZodIssue | undefined, given: JsonObject): Refused {
  const field = String(issue?.path[0] ?? "request");
  const value = given[field];
  const isPicture = field === "image" || field === "image_tail";
  // The wording of the real server (live).
  if (isPicture && typeof value === "string" && mediaForm(value) === "base64") {
    return refuse(field, "File is not in a valid base64 format");
  }
  return refuse(field, `${field}: ${issue?.message ?? "is invalid"}`);
}

function refuse(field: string, message: string): Refused {
  return { ok: false, ...nativeError(1201, message), field };
}

/** Raw base64 without prefix and line breaks; URLs and asset ids as they are. */
function normaliseMedia(value: unknown): unknown {
  if (typeof value !== "string" || mediaForm(value) !== "base64") return value;
  return value.replace(/^data:[^,]{0,100},/i, "").replace(/\s+/g, "");
}

function readFlag(value: unknown): unknown {
  if (value === "true") return true;
  return value === "false" ? false : value;
}

function shorten(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
