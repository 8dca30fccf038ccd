import type { Localized } from "#lib/shared/localized.ts";
import { durationsFor, type Feature, modesFor, whereOffered } from "./capabilities.ts";
import { type Duration, MODE_NAMES, type Mode } from "./fields.ts";
import { CAMERA_REASONS } from "./kinds/map/camera-cells.ts";
import { MASK_REASON } from "./kinds/map/mask-cells.ts";
import { MODELS, type ModelId } from "./models.ts";
import { CLIP_KIND_NAMES, type ClipKind } from "./task-kinds.ts";
import type { Combination, RefusalCode } from "./verdict.ts";

/** Why a combination is refused, in words for the person who chose it. One sentence without a full stop. */
export function reasonFor(code: RefusalCode, { kind, model, mode }: Combination): Localized {
  const name = MODELS[model].name;
  switch (code) {
    case "model_unsupported":
      return sentence(name, {
        zh: `不支持${CLIP_KIND_NAMES[kind].zh}`,
        en: `does not do ${lower(CLIP_KIND_NAMES[kind].en)}`,
      });
    case "mode_unsupported":
      return modeReason(name, mode);
    case "duration_unsupported":
      return durationReason(name, durationsFor(kind, model));
    case "sound_unsupported":
      return featureReason("sound", { kind, model }, { zh: "生成声音", en: "sound" });
    case "end_frame_unsupported":
      return featureReason("end_frame", { kind, model }, { zh: "首尾帧", en: "an end frame" });
    case "end_frame_only_unsupported":
      return featureReason(
        "end_frame_only",
        { kind, model },
        { zh: "单独使用尾帧", en: "an end frame without a first frame" },
      );
    case "end_frame_with_sound_unsupported":
      return sentence(name, {
        zh: "的首尾帧视频没有声音",
        en: "makes silent clips only when there is an end frame",
      });
    case "masks_unsupported":
      return MASK_REASON;
    case "camera_unsupported":
      return CAMERA_REASONS[kind];
  }
}

function modeReason(name: Localized, mode: Mode): Localized {
  return sentence(name, { zh: `没有${MODE_NAMES[mode].zh}模式`, en: `has no ${MODE_NAMES[mode].en} mode` });
}

function durationReason(name: Localized, durations: readonly Duration[]): Localized {
  const seconds = listSeconds(durations);
  return sentence(name, { zh: `的时长可选 ${seconds.zh}`, en: `makes clips of ${seconds.en}` });
}

function featureReason(
  feature: Feature,
  { kind, model }: { kind: ClipKind; model: ModelId },
  what: Localized,
): Localized {
  const name = MODELS[model].name;
  const region = whereOffered(feature, kind, model);
  if (region.durations.length === 0)
    return sentence(name, { zh: `不支持${what.zh}`, en: `does not support ${what.en}` });
  const modes = modesFor(kind, model).filter((mode) => region.qualities.includes(mode));
  const isEveryMode = modes.length === modesFor(kind, model).length;
  const isEveryDuration = region.durations.length === durationsFor(kind, model).length;
  const seconds = listSeconds(region.durations);
  const zh = [
    isEveryMode ? "" : `${modes.map((mode) => MODE_NAMES[mode].zh).join("、")}模式`,
    isEveryDuration ? "" : ` ${seconds.zh}时长`,
  ];
  const en = [
    isEveryMode ? "" : `in ${modes.map((mode) => MODE_NAMES[mode].en).join(" or ")} mode`,
    isEveryDuration ? "" : `at ${seconds.en}`,
  ];
  return sentence(name, {
    zh: `仅${zh.filter(Boolean).join("、")}支持${what.zh}`,
    en: `supports ${what.en} only ${en.filter(Boolean).join(" ")}`,
  });
}

/** "5 or 10 s", or "3–15 s" for an unbroken run of more than two. */
function listSeconds(durations: readonly Duration[]): Localized {
  const first = durations[0];
  const last = durations.at(-1);
  if (durations.length > 2) return { zh: `${first}–${last} 秒`, en: `${first}–${last} s` };
  return { zh: `${durations.join(" 或 ")} 秒`, en: `${durations.join(" or ")} s` };
}

function sentence(name: Localized, rest: Localized): Localized {
  return { zh: `${name.zh} ${rest.zh}`, en: `${name.en} ${rest.en}` };
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
