import { textToAudio } from "../kinds/text-to-audio.ts";
import { promptField } from "./common-fields.ts";
import { defineForm } from "./tool-form.ts";

const MAX_CHARACTERS = 200;

/** What a sound lasts before anybody says otherwise. Ours: upstream has no default. */
const FIRST_SECONDS = 5;

/** A sound effect from words (off-26 §3.12). */
export const form = defineForm({
  kind: textToAudio,
  intro: {
    title: { zh: "想要听到什么？", en: "What should be heard?" },
    text: {
      zh: "描述一个声音：它来自什么、在哪里、是近还是远。",
      en: "Describe a sound: what makes it, where, and whether it is near or far.",
    },
    examples: [
      { zh: "细雨落在帐篷上，远处偶尔有雷声", en: "Light rain on a tent, now and then distant thunder" },
      { zh: "老式打字机的敲击声与回车铃声", en: "An old typewriter, and its bell at the end of a line" },
    ],
  },
  fields: [
    promptField({
      placeholder: { zh: "描述声音…", en: "Describe the sound…" },
      maxCharacters: MAX_CHARACTERS,
      isRequired: true,
    }),
    {
      type: "number",
      path: "duration",
      label: { zh: "时长", en: "Length" },
      min: 3,
      max: 10,
      step: 0.1,
      assumed: FIRST_SECONDS,
      unit: { zh: "秒", en: "s" },
      isRequired: true,
    },
  ],
});
