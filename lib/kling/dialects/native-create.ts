import type { z } from "zod";
import { itemPath, memberPath } from "../field-path.ts";
import { IMAGE_MODEL_IDS, TRY_ON_MODEL_IDS } from "../image-models.ts";
import { kindOf } from "../kinds/kinds.ts";
import { isHttpUrl, mediaForm } from "../media.ts";
import { MODEL_IDS } from "../models.ts";
import { readFields } from "../requests/read-fields.ts";
import { REQUEST_SCHEMAS, type TaskRequest } from "../requests/request.ts";
import type { TaskKind } from "../task-kinds.ts";
import type { DoorFields } from "./native-encode.ts";
import { type NativeError, nativeError } from "./native-envelope.ts";
import {
  isDeeperThan,
  isJsonObject,
  isUnset,
  type JsonObject,
  readId,
  readText,
  valueAt,
} from "./unknown-values.ts";

/** A field that was given and has no effect: accepted, but told. */
export type DecodeWarning = { readonly field: string; readonly message: string };

export type DecodedCreate =
  | ({
      readonly ok: true;
      readonly request: TaskRequest;
      /** The model as the client wrote it; undefined when the default was taken. */
      readonly askedModel: string | undefined;
      readonly extraFields: Readonly<Record<string, unknown>>;
      readonly warnings: readonly DecodeWarning[];
    } & DoorFields)
  | RefusedCreate;

export type RefusedCreate = { readonly ok: false; readonly field?: string } & NativeError;

/** Longest `external_task_id` we keep. Ours; upstream states none. */
export const MAX_EXTERNAL_TASK_ID_CHARACTERS = 256;

/** Deeper than any field of the API. */
const MAX_EXTRA_DEPTH = 16;

/**
 * Decodes the body of a native create of any kind. Forgiving where upstream or its clients are (`requests/read-fields.ts`,
 * api-reference §1.4); `model` is upstream's legacy field and ignored. A `data:` prefix on base64 is stripped, although
 * upstream itself refuses it with 1201: our clients come from gateways that strip it (S003), and what it means is not in
 * doubt. Only shape and limits are judged here; what the model can do is for `checkTask`. Unknown fields are kept beside
 * the request, for an upstream that may know them.
 */
export function decodeCreate(kind: TaskKind, body: unknown): DecodedCreate {
  if (!isJsonObject(body))
    return { ok: false, ...nativeError(1200, "The request body must be a JSON object") };
  const { external_task_id, callback_url, model, kind: _ownWord, ...given } = body;
  const door = readDoorFields({ external_task_id, callback_url });
  if ("ok" in door) return door;
  const schema: z.ZodObject = REQUEST_SCHEMAS[kind];
  const { fields, unknown } = readFields(schema, given);
  const tooDeep = Object.keys(unknown).find((field) => isDeeperThan(MAX_EXTRA_DEPTH, unknown[field]));
  if (tooDeep !== undefined) return refuse(tooDeep, `${tooDeep} is nested too deeply`);
  const modelName = fields.model_name;
  if (typeof modelName === "string" && !isKnownModel(modelName)) {
    const message = `Model ${shorten(modelName)} does not exist`;
    return { ok: false, ...nativeError(1203, message), field: "model_name" };
  }
  const parsed = schema.safeParse({ ...kindOf(kind).defaults, ...fields, kind });
  if (!parsed.success) return refuseIssue(parsed.error.issues[0], fields);
  return {
    ok: true,
    // The schema is the one of this kind; looked up by a variable, its type is that of any.
    request: parsed.data as TaskRequest,
    askedModel: readText(given.model_name),
    extraFields: unknown,
    warnings: warningsOf(kind, { unknown, hasLegacyModel: !isUnset(model) }),
    ...door,
  };
}

const KNOWN_MODELS: readonly string[] = [...MODEL_IDS, ...IMAGE_MODEL_IDS, ...TRY_ON_MODEL_IDS];

function isKnownModel(name: string): boolean {
  return KNOWN_MODELS.includes(name);
}

type Given = { readonly unknown: JsonObject; readonly hasLegacyModel: boolean };

function warningsOf(kind: TaskKind, { unknown, hasLegacyModel }: Given): readonly DecodeWarning[] {
  const names = [...Object.keys(unknown), ...(hasLegacyModel ? ["model"] : [])];
  return names.map((field) => ({ field, message: `${field} has no effect on ${kind}` }));
}

function readDoorFields(given: JsonObject): DoorFields | RefusedCreate {
  const externalTaskId = readId(given.external_task_id);
  if (!isUnset(given.external_task_id) && externalTaskId === undefined) {
    return refuse("external_task_id", "external_task_id must be a string");
  }
  if (externalTaskId !== undefined && externalTaskId.length > MAX_EXTERNAL_TASK_ID_CHARACTERS) {
    return refuse(
      "external_task_id",
      `external_task_id is longer than ${MAX_EXTERNAL_TASK_ID_CHARACTERS} characters`,
    );
  }
  const callbackUrl = readText(given.callback_url);
  if (!isUnset(given.callback_url) && !(callbackUrl && isHttpUrl(callbackUrl))) {
    return refuse("callback_url", "callback_url is not a valid URL");
  }
  return {
    ...(externalTaskId !== undefined && { externalTaskId }),
    ...(callbackUrl !== undefined && { callbackUrl }),
  };
}

function refuseIssue(issue: z.core.$ZodIssue | undefined, fields: JsonObject): RefusedCreate {
  const field = pathText(issue?.path ?? []);
  const value = valueAt(fields, issue?.path ?? []);
  // The wording of the real server (live).
  const isBrokenFile = issue?.code === "custom" && typeof value === "string" && mediaForm(value) === "base64";
  if (isBrokenFile && /asset id/.test(issue.message)) {
    return refuse(field, "File is not in a valid base64 format");
  }
  return refuse(field, `${field}: ${issue?.message ?? "is invalid"}`);
}

/** `image_list[1].image_url`; `request` for the whole. */
function pathText(path: readonly PropertyKey[]): string {
  const text = path.reduce<string>(
    (parent, part) => (typeof part === "number" ? itemPath(parent, part) : memberPath(parent, String(part))),
    "",
  );
  return text || "request";
}

function refuse(field: string, message: string): RefusedCreate {
  return { ok: false, ...nativeError(1201, message), field };
}

function shorten(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
