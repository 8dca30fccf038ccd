import type { Localized } from "#lib/shared/localized.ts";
import { capability, type Feature, supports } from "./capabilities.ts";
import { countCharacters, firstCharacters } from "./characters.ts";
import type { Draft } from "./draft.ts";
import { DEFAULT_MODE } from "./fields.ts";
import { fixFor } from "./fix.ts";
import type { Guide } from "./guides.ts";
import { CFG_SCALE_RANGE, MAX_PROMPT_CHARACTERS } from "./limits.ts";
import { isMediaReference } from "./media.ts";
import { reasonFor } from "./reasons.ts";
import type { ClipRequest } from "./requests/clip.ts";
import { type Combination, type RefusalCode, refusals } from "./verdict.ts";
import type { CapabilityPolicy, Violation } from "./violation.ts";

export type ClipViolationCode =
  | RefusalCode
  | "prompt_required"
  | "image_required"
  | "prompt_too_long"
  | "negative_prompt_too_long"
  | "cfg_scale_out_of_range"
  | "image_malformed"
  | "image_tail_malformed"
  | "mode_ignored"
  | "cfg_scale_ignored"
  | "aspect_ratio_ignored";

/** A violation of a clip's request; its fix is laid over the form's draft. */
export type ClipViolation = Violation<ClipViolationCode, Partial<Draft>>;

/**
 * Everything wrong with a request, worst first: what is missing, what exceeds a limit, what the map refuses, what has no
 * effect. An empty list, or one of warnings only, may be sent. The policy touches only what the map says.
 */
export function checkRequest(request: ClipRequest, policy: CapabilityPolicy = "strict"): ClipViolation[] {
  return [
    ...missing(request, policy),
    ...exceededLimits(request),
    ...(policy === "off" ? [] : [...refusedByMap(request, policy), ...withoutEffect(request)]),
  ];
}

/** What of the request the capability map judges. */
export function combinationOf(request: ClipRequest): Combination {
  const pictures = request.kind === "image2video" ? request : undefined;
  return {
    kind: request.kind,
    model: request.model_name,
    mode: request.mode ?? DEFAULT_MODE,
    duration: request.duration,
    sound: request.sound ?? "off",
    hasImage: pictures?.image !== undefined,
    hasEndFrame: pictures?.image_tail !== undefined,
    guide: guideOfRequest(request),
    camera: request.camera_control?.type ?? "simple",
  };
}

/** That a request may have only one of them is a rule of its kind (`kinds/map/image2video-map.ts`). */
export function guideOfRequest(request: ClipRequest): Guide {
  if (request.camera_control !== undefined) return "camera";
  const hasMasks =
    request.kind === "image2video" && (request.static_mask ?? request.dynamic_masks) !== undefined;
  return hasMasks ? "brush" : "frames";
}

function missing(request: ClipRequest, policy: CapabilityPolicy): ClipViolation[] {
  const found: ClipViolation[] = [];
  if (request.kind === "image2video" && !request.image && !request.image_tail) {
    found.push({
      path: "image",
      code: "image_required",
      class: "missing",
      severity: "error",
      message: MESSAGES.image_required,
    });
  }
  if (request.prompt?.trim()) return found;
  const prompt = {
    path: "prompt",
    code: "prompt_required",
    class: "missing",
    message: MESSAGES.prompt_required,
  } as const;
  if (request.kind === "text2video") return [...found, { ...prompt, severity: "error" }];
  if (policy === "off" || isPromptOptional(request)) return found;
  return [...found, { ...prompt, severity: severityOf(policy) }];
}

/** False only where the map knows the place and wants a prompt: a place it does not know is refused for another reason. */
function isPromptOptional(request: ClipRequest): boolean {
  const { kind, model, mode, duration } = combinationOf(request);
  const place = { kind, model, mode, duration };
  return supports("without_prompt", place) || !supports("generation", place);
}

function exceededLimits(request: ClipRequest): ClipViolation[] {
  const found: ClipViolation[] = [];
  for (const path of ["prompt", "negative_prompt"] as const) {
    const text = request[path] ?? "";
    if (countCharacters(text) > MAX_PROMPT_CHARACTERS) found.push(tooLong(path, text));
  }
  const cfgScale = request.cfg_scale;
  if (cfgScale !== undefined && !(cfgScale >= CFG_SCALE_RANGE.min && cfgScale <= CFG_SCALE_RANGE.max)) {
    found.push(cfgOutOfRange(cfgScale));
  }
  if (request.kind !== "image2video") return found;
  for (const path of ["image", "image_tail"] as const) {
    const reference = request[path];
    if (reference === undefined || isMediaReference(reference)) continue;
    const message = MESSAGES.image_malformed;
    found.push({ path, code: `${path}_malformed`, class: "limit", severity: "error", message });
  }
  return found;
}

function tooLong(path: "prompt" | "negative_prompt", text: string): ClipViolation {
  const patch: Partial<Draft> = { [path]: firstCharacters(text, MAX_PROMPT_CHARACTERS) };
  return {
    path,
    code: `${path}_too_long`,
    class: "limit",
    severity: "error",
    message: MESSAGES.too_long,
    fix: { label: MESSAGES.shorten, patch },
  };
}

function cfgOutOfRange(value: number): ClipViolation {
  const nearest = value > CFG_SCALE_RANGE.max ? CFG_SCALE_RANGE.max : CFG_SCALE_RANGE.min;
  return {
    path: "cfg_scale",
    code: "cfg_scale_out_of_range",
    class: "limit",
    severity: "error",
    message: MESSAGES.cfg_range,
    fix: { label: { zh: `改为 ${nearest}`, en: `Set it to ${nearest}` }, patch: { cfg_scale: nearest } },
  };
}

/** The field to point at. */
export const REFUSAL_PATHS: Readonly<Record<RefusalCode, string>> = {
  model_unsupported: "model_name",
  mode_unsupported: "mode",
  duration_unsupported: "duration",
  sound_unsupported: "sound",
  end_frame_unsupported: "image_tail",
  end_frame_with_sound_unsupported: "image_tail",
  end_frame_only_unsupported: "image",
  masks_unsupported: "dynamic_masks",
  camera_unsupported: "camera_control",
};

function refusedByMap(request: ClipRequest, policy: "strict" | "warn"): ClipViolation[] {
  const combination = combinationOf(request);
  const codes = refusals(combination);
  if (codes.length === 0) return [];
  const fix = fixFor(combination);
  return codes.map((code) => ({
    path: REFUSAL_PATHS[code],
    code,
    class: "capability",
    severity: severityOf(policy),
    message: reasonFor(code, combination),
    fix,
  }));
}

const SETTINGS = ["mode", "cfg_scale", "aspect_ratio"] as const satisfies readonly Feature[];

function withoutEffect(request: ClipRequest): ClipViolation[] {
  const { kind, model, mode, duration } = combinationOf(request);
  return SETTINGS.filter((setting) => request[setting] !== undefined)
    .filter((setting) => capability(setting, { kind, model, mode, duration }).support === "ignored")
    .map((setting) => ({
      path: setting,
      code: `${setting}_ignored`,
      class: "ignored",
      severity: "warning",
      message: MESSAGES[`${setting}_ignored`],
    }));
}

function severityOf(policy: "strict" | "warn"): "error" | "warning" {
  return policy === "strict" ? "error" : "warning";
}

const MESSAGES = {
  prompt_required: { zh: "请填写提示词", en: "Write a prompt" },
  image_required: { zh: "请添加首帧图片", en: "Add a first frame" },
  too_long: {
    zh: `不能超过 ${MAX_PROMPT_CHARACTERS} 个字符`,
    en: `No longer than ${MAX_PROMPT_CHARACTERS.toLocaleString("en")} characters`,
  },
  shorten: {
    zh: `截短到 ${MAX_PROMPT_CHARACTERS} 个字符`,
    en: `Shorten to ${MAX_PROMPT_CHARACTERS.toLocaleString("en")} characters`,
  },
  cfg_range: { zh: "取值在 0 到 1 之间", en: "Between 0 and 1" },
  image_malformed: {
    zh: "图片必须是素材、http(s) 链接或原始 Base64",
    en: "The picture must be an asset, an http(s) address or raw base64",
  },
  mode_ignored: {
    zh: "该模型只有一种画质，模式不起作用",
    en: "This model has a single quality; the mode has no effect",
  },
  cfg_scale_ignored: { zh: "该模型忽略 cfg_scale", en: "This model ignores cfg_scale" },
  aspect_ratio_ignored: { zh: "图生视频的画面比例跟随图片", en: "The clip follows the picture's own ratio" },
} as const satisfies Record<string, Localized>;
