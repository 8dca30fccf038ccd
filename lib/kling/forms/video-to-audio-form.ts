import { videoToAudio } from "../kinds/video-to-audio.ts";
import { fileOrResult, WATERMARK_FIELD } from "./common-fields.ts";
import { choice } from "./field.ts";
import { defineForm } from "./tool-form.ts";

const MAX_CHARACTERS = 200;

/** Sound for a silent video (off-26 §3.12). */
export const form = defineForm({
  kind: videoToAudio,
  intro: {
    title: { zh: "为视频配上声音", en: "Give a film its sound" },
    text: {
      zh: "放入一段视频，声音会跟着画面走；也可以描述音效与配乐。",
      en: "The sound follows what is seen. You may describe its effects and its music.",
    },
  },
  fields: [
    ...fileOrResult({
      media: "video",
      limit: "soundlessVideo",
      paths: { file: "video_url", result: "video_id" },
      label: { zh: "视频", en: "Video" },
    }),
    {
      type: "prompt",
      path: "sound_effect_prompt",
      maxCharacters: MAX_CHARACTERS,
      label: { zh: "音效", en: "Sound effects" },
      placeholder: { zh: "想听到的音效（可选）…", en: "What should be heard (optional)…" },
    },
    {
      type: "prompt",
      path: "bgm_prompt",
      maxCharacters: MAX_CHARACTERS,
      label: { zh: "配乐", en: "Music" },
      placeholder: { zh: "想要的配乐（可选）…", en: "What music should play (optional)…" },
    },
    choice("asmr_mode", {
      writes: (isOn) => ({ asmr_mode: isOn === true ? true : undefined }),
      hint: { zh: "突出细微的声音，适合近距离画面。", en: "Brings out small, close sounds." },
    }),
    WATERMARK_FIELD,
  ],
});
