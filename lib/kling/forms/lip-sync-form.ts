import { lipSync } from "../kinds/lip-sync.ts";
import { SPEEDS } from "../kinds/rules/speech.ts";
import { fileOrResult } from "./common-fields.ts";
import { choice } from "./field.ts";
import { readPath, type ToolDraft } from "./tool-draft.ts";
import { defineForm } from "./tool-form.ts";

const MAX_TEXT_CHARACTERS = 120;

/** Lips that follow a text or a sound, the older endpoint (api-reference §3.7: comfy-oas, kwai, dmx). */
export const form = defineForm({
  kind: lipSync,
  intro: {
    title: { zh: "让视频中的人物说出这段话", en: "Let a filmed person say it" },
    text: {
      zh: "一段有一个人物的视频，加一段文字或声音。",
      en: "A film of one person, and a text or a sound.",
    },
  },
  fields: [
    ...fileOrResult({
      media: "video",
      limit: "lipSyncVideo",
      paths: { file: "input.video_url", result: "input.video_id" },
      label: { zh: "视频", en: "Video" },
      hint: { zh: "一个人物，面部清晰。", en: "One person with a clear face." },
    }),
    {
      type: "file",
      path: "input.audio_url",
      media: "audio",
      limit: "lipSyncSound",
      isRequired: true,
      label: { zh: "声音", en: "Sound" },
      when: followsSound,
    },
    {
      type: "prompt",
      path: "input.text",
      maxCharacters: MAX_TEXT_CHARACTERS,
      isRequired: true,
      label: { zh: "要说的话", en: "Text" },
      placeholder: { zh: "写下要说的话…", en: "Write what is to be said…" },
      when: followsText,
    },
    // A file of the team reaches Kling at an address or as bytes, whichever its connection can: `media-delivery.ts`.
    choice("mode", {
      path: "input.mode",
      writes: (mode) => ({
        "input.mode": mode,
        "input.audio_type": mode === "audio2video" ? "url" : undefined,
      }),
    }),
    choice("voice_language", { path: "input.voice_language", when: followsText }),
    {
      type: "voice",
      path: "input.voice_id",
      languagePath: "input.voice_language",
      isRequired: true,
      label: { zh: "音色", en: "Voice" },
      when: followsText,
    },
    {
      type: "range",
      path: "input.voice_speed",
      label: { zh: "语速", en: "Speed" },
      ...SPEEDS,
      step: 0.1,
      assumed: 1,
      ends: [
        { zh: "慢", en: "slow" },
        { zh: "快", en: "fast" },
      ],
      when: followsText,
    },
  ],
});

function followsSound(draft: ToolDraft): boolean {
  return readPath(draft, "input.mode") === "audio2video";
}

function followsText(draft: ToolDraft): boolean {
  return !followsSound(draft);
}
