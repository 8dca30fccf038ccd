import type { Localized } from "#lib/shared/localized.ts";
import type { Draft } from "./draft.ts";
import { MODE_NAMES } from "./fields.ts";
import { GUIDE_NAMES } from "./guides.ts";
import { MODELS } from "./models.ts";
import { nearestLegal, type Wanted } from "./nearest.ts";
import type { Combination } from "./verdict.ts";
import type { Change } from "./violation.ts";

/** A change that makes the draft legal: `{ ...draft, ...fix.patch }`. The label says what it changes. */
export type Fix = Change<Partial<Draft>>;

/**
 * The mildest change after which `wanted` is part of an allowed combination; undefined when nothing can help. Pictures
 * that are wanted are not in the patch (there is no file to put in): afterwards they may be added.
 */
export function fixFor(from: Combination, wanted: Wanted = {}): Fix | undefined {
  const target = nearestLegal(from, wanted);
  if (!target) return undefined;
  return { label: describeChange({ ...from, ...wanted }, target), patch: patchBetween(from, target) };
}

function patchBetween(from: Combination, to: Combination): Partial<Draft> {
  // A model without modes hides what the draft's mode is; leaving it, the mode must be said.
  const isModeOpen = MODELS[to.model].hasMode && !MODELS[from.model].hasMode;
  return {
    ...(from.model !== to.model && { model_name: to.model }),
    ...((from.mode !== to.mode || isModeOpen) && { mode: to.mode }),
    ...(from.duration !== to.duration && { duration: to.duration }),
    ...(from.sound !== to.sound && { sound: to.sound }),
    ...(from.guide !== to.guide && { guide: to.guide }),
    ...(from.camera !== to.camera && { camera_type: to.camera }),
    ...(from.hasImage && !to.hasImage && { image: null }),
    ...(from.hasEndFrame && !to.hasEndFrame && { image_tail: null }),
  };
}

function describeChange(from: Combination, to: Combination): Localized {
  const steps: Localized[] = [];
  const modelName = MODELS[to.model].name;
  if (from.model !== to.model) steps.push({ zh: `改用${modelName.zh}`, en: `switch to ${modelName.en}` });
  if (from.mode !== to.mode) {
    const mode = MODE_NAMES[to.mode];
    steps.push({ zh: `改为${mode.zh}模式`, en: `use ${mode.en} mode` });
  }
  if (from.duration !== to.duration)
    steps.push({ zh: `改为 ${to.duration} 秒`, en: `make it ${to.duration} s` });
  if (from.sound !== to.sound) {
    steps.push(
      to.sound === "on"
        ? { zh: "开启声音", en: "turn the sound on" }
        : { zh: "关闭声音", en: "turn the sound off" },
    );
  }
  if (from.guide !== to.guide) {
    const guide = GUIDE_NAMES[from.guide];
    steps.push({ zh: `暂停使用${guide.zh}`, en: `put the ${lower(guide.en)} aside` });
  }
  if (from.camera !== to.camera) steps.push({ zh: "改为单一方向的运镜", en: "move the camera one way only" });
  if (from.hasEndFrame && !to.hasEndFrame) steps.push({ zh: "移除尾帧", en: "remove the end frame" });
  const english = steps.map((step) => step.en).join(", ");
  return {
    zh: steps.map((step) => step.zh).join("，"),
    en: english.charAt(0).toUpperCase() + english.slice(1),
  };
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
