import { multiImage2video } from "../kinds/multi-image2video.ts";
import { negativePromptField, promptField, WATERMARK_FIELD } from "./common-fields.ts";
import { choice } from "./field.ts";
import { listAt } from "./tool-draft.ts";
import { defineForm } from "./tool-form.ts";

const MAX_PICTURES = 4;

/** A clip in which up to four pictured subjects meet (off-26 §3.3). */
export const form = defineForm({
  kind: multiImage2video,
  intro: {
    title: { zh: "让几张图片里的主体同框", en: "Bring what is in several pictures together" },
    text: {
      zh: "放入 1–4 张图片，每张一个主体，再描述它们一起做什么。",
      en: "One to four pictures, a subject in each, and what they do together.",
    },
  },
  fields: [
    {
      type: "files",
      path: "image_list",
      item: "image",
      axis: "images",
      media: "image",
      limit: "image",
      min: 1,
      max: () => MAX_PICTURES,
      label: { zh: "参考图", en: "Pictures" },
      hint: { zh: "先裁剪，只留主体。", en: "Cropped to one subject each." },
    },
    promptField({
      placeholder: {
        zh: "描述这些主体在哪里、一起做什么…",
        en: "Describe where they are and what they do together…",
      },
      isRequired: true,
      references: (draft) => ({ image: listAt(draft, "image_list").length }),
    }),
    negativePromptField(),
    choice("model_name", { look: "models" }),
    choice("mode"),
    choice("duration"),
    choice("aspect_ratio", { look: "ratios" }),
    WATERMARK_FIELD,
  ],
});
