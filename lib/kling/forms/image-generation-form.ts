import { imageGeneration } from "../kinds/image-generation.ts";
import { MAX_ELEMENTS } from "../limits.ts";
import { elementsField, negativePromptField, promptField, WATERMARK_FIELD } from "./common-fields.ts";
import { choice } from "./field.ts";
import { readPath, type ToolDraft } from "./tool-draft.ts";
import { defineForm } from "./tool-form.ts";

/** What upstream takes when nothing is said (off-25 §4.1). */
const ASSUMED_IMAGE_FIDELITY = 0.5;
const ASSUMED_HUMAN_FIDELITY = 0.45;

/** Pictures from a prompt, or from a prompt and a picture (off-25, off-26b §4.1). */
export const form = defineForm({
  kind: imageGeneration,
  intro: {
    title: { zh: "想要一张怎样的图？", en: "What should be seen?" },
    text: {
      zh: "描述画面。也可以放入一张参考图：整张、其中的主体，或人脸。",
      en: "Describe a picture. You may add one to refer to: as a whole, its subject, or a face.",
    },
    examples: [
      { zh: "清晨薄雾中的湖面，一只纸船，柔和光线", en: "A paper boat on a misty lake at dawn, soft light" },
      { zh: "雨夜的霓虹街道，湿漉漉的路面倒影", en: "A neon street in the rain at night, wet reflections" },
    ],
  },
  fields: [
    promptField({
      placeholder: {
        zh: "描述主体、环境、光线与风格…",
        en: "Describe the subject, the place, the light, the style…",
      },
      isRequired: true,
    }),
    negativePromptField({ when: (draft) => !hasPicture(draft) }),
    {
      type: "file",
      path: "image",
      axis: "images",
      media: "image",
      limit: "image",
      label: { zh: "参考图", en: "Reference picture" },
    },
    choice("image_reference", {
      when: hasPicture,
      writes: (value) => ({ image_reference: value === "none" ? undefined : value }),
    }),
    {
      type: "range",
      path: "image_fidelity",
      label: { zh: "参考强度", en: "Likeness to the picture" },
      min: 0,
      max: 1,
      step: 0.05,
      assumed: ASSUMED_IMAGE_FIDELITY,
      ends: [
        { zh: "自由", en: "free" },
        { zh: "贴近", en: "close" },
      ],
      when: hasPicture,
    },
    {
      type: "range",
      path: "human_fidelity",
      label: { zh: "人物面部相似度", en: "Likeness of the face" },
      min: 0,
      max: 1,
      step: 0.05,
      assumed: ASSUMED_HUMAN_FIDELITY,
      ends: [
        { zh: "自由", en: "free" },
        { zh: "贴近", en: "close" },
      ],
      when: (draft) => hasPicture(draft) && readPath(draft, "image_reference") === "subject",
    },
    choice("model_name", { look: "models" }),
    choice("aspect_ratio", { look: "ratios" }),
    choice("resolution"),
    choice("n"),
    elementsField({ max: (draft) => MAX_ELEMENTS - (hasPicture(draft) ? 1 : 0) }),
    WATERMARK_FIELD,
  ],
});

function hasPicture(draft: ToolDraft): boolean {
  return readPath(draft, "image") !== undefined;
}
