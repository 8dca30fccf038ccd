import { multiImage2image } from "../kinds/multi-image2image.ts";
import { promptField, WATERMARK_FIELD } from "./common-fields.ts";
import { choice } from "./field.ts";
import { defineForm } from "./tool-form.ts";

const MAX_SUBJECTS = 4;

/** A picture of up to four pictured subjects, in a pictured scene and style (off-25, off-26b §4.2). */
export const form = defineForm({
  kind: multiImage2image,
  intro: {
    title: { zh: "把几张图里的主体放进同一张图", en: "Several subjects, one picture" },
    text: {
      zh: "放入 1–4 张主体图；需要时再加一张场景图和一张风格图。",
      en: "One to four pictures of subjects; add a scene and a style if you like.",
    },
  },
  fields: [
    {
      type: "files",
      path: "subject_image_list",
      axis: "subjects",
      media: "image",
      limit: "image",
      item: "subject_image",
      min: 1,
      max: () => MAX_SUBJECTS,
      label: { zh: "主体", en: "Subject" },
      hint: { zh: "谁或什么要出现在画面里。", en: "Who or what is to be seen." },
    },
    {
      type: "file",
      path: "scene_image",
      axis: "scene",
      media: "image",
      limit: "looseImage",
      label: { zh: "场景", en: "Scene" },
      hint: { zh: "在哪里。", en: "Where it is." },
    },
    {
      type: "file",
      path: "style_image",
      axis: "style",
      media: "image",
      limit: "looseImage",
      label: { zh: "风格", en: "Style" },
      hint: { zh: "看起来是什么风格。", en: "What it looks like." },
    },
    promptField({
      placeholder: {
        zh: "描述主体在做什么、如何同框（可选）…",
        en: "Describe what they do, and how they are together (optional)…",
      },
    }),
    choice("model_name", { look: "models" }),
    choice("aspect_ratio", { look: "ratios" }),
    choice("n"),
    WATERMARK_FIELD,
  ],
});
