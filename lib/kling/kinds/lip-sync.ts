import type { LipSyncRequest } from "../requests/lip-sync.ts";
import type { Violation } from "../violation.ts";
import { modelIndependent } from "./grid/claims.ts";
import { namedAxis } from "./grid/named-axis.ts";
import { defineKind } from "./kind.ts";
import { lipSyncPrice } from "./price/lip-sync-price.ts";
import { secondsAt } from "./rules/facts.ts";
import { exactlyOne, ignored, limit, missing } from "./rules/field-rules.ts";
import { LANGUAGE_AXIS, SPEEDS, voiceRules } from "./rules/speech.ts";
import { fitsText, needsText } from "./rules/text-rules.ts";
import { videoLike } from "./size/video-like.ts";

const MAX_TEXT_CHARACTERS = 120;

const VIDEO_PATHS = ["input.video_url", "input.video_id"] as const;

/** Lips that follow a text or a sound, the older endpoint (api-reference §3.7: comfy-oas, kwai, dmx). */
export const lipSync = defineKind<LipSyncRequest>({
  kind: "lip-sync",
  product: "video",
  answers: "task",
  defaults: {},
  grid: {
    axes: [
      namedAxis(
        "mode",
        { zh: "口型来源", en: "Lips follow" },
        { text2video: { zh: "文字", en: "A text" }, audio2video: { zh: "音频", en: "A sound" } },
      ),
      LANGUAGE_AXIS,
      namedAxis(
        "audio_type",
        { zh: "音频形式", en: "Sound as" },
        { file: { zh: "文件", en: "File" }, url: { zh: "链接", en: "Address" } },
      ),
    ],
    // The default language is zh by dmx and en by comfy-oas; ours is the one of tts.
    defaults: { mode: "text2video", voice_language: "zh", audio_type: "file" },
    ...modelIndependent("§3.7 comfy-oas, kwai, dmx"),
  },
  pointOf: ({ input }) => ({
    mode: input.mode,
    voice_language: input.voice_language ?? "zh",
    audio_type: input.audio_type ?? "file",
  }),
  rules: ({ input }) => [
    ...exactlyOne({ "input.video_id": input.video_id, "input.video_url": input.video_url }, [
      "input.video_id",
      "input.video_url",
    ]),
    ...(input.mode === "text2video" ? textRules(input) : soundRules(input)),
  ],
  price: (_request, facts) => lipSyncPrice(secondsAt(facts, ...VIDEO_PATHS)),
  output: (_request, facts) => ({
    videos: [videoLike(facts, VIDEO_PATHS, { hasSound: true })],
    images: [],
    audios: [],
  }),
});

type Input = LipSyncRequest["input"];

function textRules(input: Input): readonly Violation[] {
  return [
    ...needsText("input.text", input.text, { zh: "请填写要说的话", en: "Write what is to be said" }),
    ...fitsText("input.text", input.text, MAX_TEXT_CHARACTERS),
    ...voiceRules("input.voice_id", input.voice_id),
    ...speedRules(input),
    ...unused(input, ["audio_type", "audio_file", "audio_url"]),
  ];
}

function soundRules(input: Input): readonly Violation[] {
  return [...soundSource(input), ...unused(input, ["text", "voice_id", "voice_language", "voice_speed"])];
}

function soundSource({ audio_type, audio_file, audio_url }: Input): readonly Violation[] {
  switch (audio_type) {
    case undefined:
      return [
        missing("input.audio_type", {
          zh: "请说明音频是文件还是链接",
          en: "Say whether the sound is a file or an address",
        }),
      ];
    case "file":
      return [
        ...(audio_file
          ? []
          : [missing("input.audio_file", { zh: "请添加音频文件", en: "Add a sound file" })]),
        ...unused({ audio_url }, ["audio_url"]),
      ];
    case "url":
      return [
        ...(audio_url ? [] : [missing("input.audio_url", { zh: "请添加声音", en: "Add a sound" })]),
        ...unused({ audio_file }, ["audio_file"]),
      ];
  }
}

/** Unlike tts, no page says that another speed is taken as the nearest. */
function speedRules(input: Input): readonly Violation[] {
  const speed = input.voice_speed;
  if (speed === undefined || (speed >= SPEEDS.min && speed <= SPEEDS.max)) return [];
  const message = { zh: "语速在 0.8 到 2 之间", en: "The speed lies between 0.8 and 2" };
  const nearest = speed > SPEEDS.max ? SPEEDS.max : SPEEDS.min;
  const label = { zh: `改为 ${nearest}`, en: `Set it to ${nearest}` };
  const found = limit("input.voice_speed", "voice_speed_out_of_range", message);
  return [{ ...found, fix: { label, patch: { input: { ...input, voice_speed: nearest } } } }];
}

/** Fields of the other way to speak. */
function unused<Name extends keyof Input>(
  input: Partial<Input>,
  names: readonly Name[],
): readonly Violation[] {
  return names
    .filter((name) => input[name] !== undefined)
    .map((name) =>
      ignored(`input.${name}`, {
        zh: `当前的口型来源不使用 ${name}`,
        en: `${name} has no effect on this source of speech`,
      }),
    );
}
