import { avatar } from "../kinds/avatar.ts";
import { fileOrResult, promptField, WATERMARK_FIELD } from "./common-fields.ts";
import { choice } from "./field.ts";
import { defineForm } from "./tool-form.ts";

/** A pictured person who speaks a sound (off-26 §3.9). */
export const form = defineForm({
  kind: avatar,
  intro: {
    title: { zh: "让图片中的人物开口说话", en: "Let a pictured person speak" },
    text: {
      zh: "一张人物图片，加一段声音；视频与声音一样长。",
      en: "One picture of a person and one sound; the clip is as long as the sound.",
    },
  },
  fields: [
    {
      type: "file",
      path: "image",
      media: "image",
      limit: "image",
      isRequired: true,
      label: { zh: "人物图片", en: "Person" },
      hint: { zh: "一张清晰的正面人像最好。", en: "Best a clear face, seen from the front." },
    },
    ...fileOrResult({
      media: "audio",
      limit: "avatarSound",
      paths: { file: "sound_file", result: "audio_id" },
      label: { zh: "声音", en: "Sound" },
      madeBy: ["tts"],
    }),
    promptField({
      placeholder: {
        zh: "补充神态、动作与镜头（可选）…",
        en: "Describe looks, gestures, camera (optional)…",
      },
    }),
    choice("mode"),
    WATERMARK_FIELD,
  ],
});
