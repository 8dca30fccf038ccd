import type { Localized } from "#lib/shared/localized.ts";
import { CAMERA_TYPES, type CameraType } from "./camera.ts";
import { durationsFor, modelsFor, modesFor, offersAnywhere, supports, whereOffered } from "./capabilities.ts";
import { combinationOfDraft, type Draft } from "./draft.ts";
import {
  ASPECT_RATIOS,
  type AspectRatio,
  DEFAULT_CFG_SCALE,
  DURATIONS,
  type Duration,
  MODES,
  type Mode,
  SOUNDS,
  type Sound,
} from "./fields.ts";
import { type Fix, fixFor } from "./fix.ts";
import { GUIDES_OF_KIND, type Guide } from "./guides.ts";
import { CFG_SCALE_RANGE, MAX_PROMPT_CHARACTERS } from "./limits.ts";
import { MODELS, type ModelId } from "./models.ts";
import type { Wanted } from "./nearest.ts";
import { reasonFor } from "./reasons.ts";
import { type Combination, refusals } from "./verdict.ts";

/** One value of a control: legal with the rest of the draft, or why it is not and what would make it so. */
export type Choice<Value> = {
  readonly value: Value;
  /** Whether the chosen model offers this value in some combination; a form may hide the others. */
  readonly ofModel: boolean;
} & (
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: Localized; readonly fix: Fix | undefined }
);

export type Control<Value> = {
  /** Whether the control means anything for this kind and model. */
  readonly exists: boolean;
  /** Why it does not exist. */
  readonly absence?: Localized | undefined;
  readonly choices: readonly Choice<Value>[];
};

export type TextControl = {
  readonly exists: boolean;
  readonly required: boolean;
  readonly maxCharacters: number;
};

export type RangeControl = {
  readonly exists: boolean;
  readonly absence?: Localized | undefined;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** What upstream takes when it is unset. */
  readonly default: number;
};

export type Options = {
  readonly model: Control<ModelId>;
  readonly mode: Control<Mode>;
  readonly duration: Control<Duration>;
  readonly aspect_ratio: Control<AspectRatio>;
  readonly sound: Control<Sound>;
  /** `true`: there is a picture. */
  readonly image: Control<boolean>;
  readonly image_tail: Control<boolean>;
  readonly guide: Control<Guide>;
  readonly camera_type: Control<CameraType>;
  readonly cfg_scale: RangeControl;
  readonly prompt: TextControl;
  readonly negative_prompt: TextControl;
};

/**
 * What each control may be set to now, with the rest of the draft as it is. From a legal draft, setting one control to an
 * allowed value, or applying a fix, always gives a legal draft again (proved by enumeration in `options.test.ts`).
 */
export function availableOptions(draft: Draft): Options {
  const current = combinationOfDraft(draft);
  const { kind, model, mode, duration } = current;
  const { name, hasMode } = MODELS[model];
  const offered = (feature: "sound" | "end_frame" | "end_frame_only") =>
    whereOffered(feature, kind, model).durations.length > 0;
  const takesPictures = kind === "image2video";
  return {
    model: {
      exists: true,
      choices: modelsFor(kind).map((value) => choose(value, current, { model: value }, true)),
    },
    mode: {
      exists: hasMode,
      absence: hasMode ? undefined : { zh: `${name.zh} 只有一种画质`, en: `${name.en} has a single quality` },
      choices: modeChoices(current),
    },
    duration: { exists: true, choices: durationChoices(current) },
    aspect_ratio: takesPictures
      ? { exists: false, absence: FOLLOWS_PICTURE, choices: [] }
      : { exists: true, choices: ANY_RATIO },
    sound: {
      exists: offered("sound"),
      absence: offered("sound") ? undefined : reasonFor("sound_unsupported", current),
      choices: SOUNDS.map((sound) => choose(sound, current, { sound }, sound === "off" || offered("sound"))),
    },
    image: {
      exists: takesPictures,
      absence: takesPictures ? undefined : NO_PICTURES,
      choices: takesPictures ? BOTH.map((hasImage) => choose(hasImage, current, { hasImage }, true)) : [],
    },
    image_tail: {
      exists: takesPictures && current.guide === "frames" && offered("end_frame"),
      absence: endFrameAbsence(current),
      choices: takesPictures
        ? BOTH.map((hasEndFrame) =>
            choose(hasEndFrame, current, { hasEndFrame }, !hasEndFrame || offered("end_frame")),
          )
        : [],
    },
    guide: {
      exists: true,
      choices: GUIDES_OF_KIND[kind].map((guide) =>
        choose(guide, current, { guide }, offersGuide(current, guide)),
      ),
    },
    camera_type: {
      exists: current.guide === "camera",
      choices: CAMERA_TYPES.filter((camera) => kind === "text2video" || camera === "simple").map((camera) =>
        choose(camera, current, { camera }, true),
      ),
    },
    cfg_scale: cfgControl(current),
    prompt: {
      exists: true,
      required: !supports("without_prompt", { kind, model, mode, duration }),
      maxCharacters: MAX_PROMPT_CHARACTERS,
    },
    negative_prompt: { exists: true, required: false, maxCharacters: MAX_PROMPT_CHARACTERS },
  };
}

const BOTH = [true, false] as const;

const ANY_RATIO: readonly Choice<AspectRatio>[] = ASPECT_RATIOS.map((value) => ({
  value,
  ofModel: true,
  allowed: true,
}));

const FOLLOWS_PICTURE: Localized = { zh: "画面比例跟随图片", en: "The clip follows the picture's own ratio" };
const NO_PICTURES: Localized = { zh: "文生视频不使用图片", en: "Text to video uses no picture" };
const NO_CFG: Localized = {
  zh: "该模型没有提示词相关性设置",
  en: "This model has no prompt-strength setting",
};

/** Whether `value`, once set, is allowed beside everything else; otherwise why not and the mildest way there. */
function choose<Value>(value: Value, current: Combination, wanted: Wanted, ofModel: boolean): Choice<Value> {
  const next = { ...current, ...wanted };
  const codes = refusals(next);
  const [first] = codes;
  if (first === undefined) return { value, ofModel, allowed: true };
  // A draft may already be refused for something else; what this value adds explains more.
  const added = codes.find((code) => !refusals(current).includes(code)) ?? first;
  return { value, ofModel, allowed: false, reason: reasonFor(added, next), fix: fixFor(current, wanted) };
}

/** Modes that some model of this kind has. A model without modes allows none: choosing one means choosing another model. */
function modeChoices(current: Combination): readonly Choice<Mode>[] {
  const { kind, model } = current;
  const known = MODES.filter((mode) => modelsFor(kind).some((id) => modesFor(kind, id).includes(mode)));
  return known.map((mode) => {
    if (MODELS[model].hasMode) return choose(mode, current, { mode }, modesFor(kind, model).includes(mode));
    const reason = reasonFor("mode_unsupported", { ...current, mode });
    return { value: mode, ofModel: false, allowed: false, reason, fix: fixFor(current, { mode }) };
  });
}

function durationChoices(current: Combination): readonly Choice<Duration>[] {
  const { kind, model } = current;
  const known = DURATIONS.filter((duration) =>
    modelsFor(kind).some((id) => durationsFor(kind, id).includes(duration)),
  );
  return known.map((duration) =>
    choose(duration, current, { duration }, durationsFor(kind, model).includes(duration)),
  );
}

function offersGuide(current: Combination, guide: Guide): boolean {
  const { kind, model } = current;
  const modes = MODELS[model].hasMode ? modesFor(kind, model) : [current.mode];
  const plain = { ...current, guide, camera: "simple", hasEndFrame: false, sound: "off" } as const;
  return modes.some((mode) =>
    durationsFor(kind, model).some((duration) => refusals({ ...plain, mode, duration }).length === 0),
  );
}

function endFrameAbsence(current: Combination): Localized | undefined {
  const { kind, model } = current;
  if (kind !== "image2video") return NO_PICTURES;
  return offersAnywhere("end_frame", kind, model) ? undefined : reasonFor("end_frame_unsupported", current);
}

function cfgControl({ kind, model }: Combination): RangeControl {
  const exists = offersAnywhere("cfg_scale", kind, model);
  return {
    exists,
    absence: exists ? undefined : NO_CFG,
    ...CFG_SCALE_RANGE,
    step: 0.05,
    default: DEFAULT_CFG_SCALE,
  };
}
