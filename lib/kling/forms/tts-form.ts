import { SPEEDS } from "../kinds/rules/speech.ts";
import { tts } from "../kinds/tts.ts";
import { choice } from "./field.ts";
import { defineForm } from "./tool-form.ts";

const MAX_TEXT_CHARACTERS = 1000;

/** A spoken text (off-26 §3.12). */
export const form = defineForm({
  kind: tts,
  intro: {
    title: { zh: "让文字开口说话", en: "Give the words a voice" },
    text: { zh: "写下要说的话，选一个音色。", en: "Write what is to be said, and choose who says it." },
    examples: [
      {
        zh: "清晨的湖面很安静，一只纸船慢慢漂远。",
        en: "The lake is quiet at dawn, and a paper boat drifts away.",
      },
    ],
  },
  fields: [
    {
      type: "prompt",
      path: "text",
      maxCharacters: MAX_TEXT_CHARACTERS,
      isRequired: true,
      label: { zh: "要说的话", en: "Text" },
      placeholder: { zh: "写下要说的话…", en: "Write what is to be said…" },
    },
    choice("voice_language"),
    {
      type: "voice",
      path: "voice_id",
      languagePath: "voice_language",
      isRequired: true,
      label: { zh: "音色", en: "Voice" },
    },
    {
      type: "range",
      path: "voice_speed",
      label: { zh: "语速", en: "Speed" },
      ...SPEEDS,
      step: 0.1,
      assumed: 1,
      ends: [
        { zh: "慢", en: "slow" },
        { zh: "快", en: "fast" },
      ],
    },
  ],
});
