import { aiMultiShot } from "../kinds/ai-multi-shot.ts";
import { defineForm } from "./tool-form.ts";

/** Three triples of further views of a pictured subject (off-26b §4.2). */
export const form = defineForm({
  kind: aiMultiShot,
  intro: {
    title: { zh: "从一张正面图得到其他视角", en: "Further views of one subject" },
    text: {
      zh: "一张正面图，得到三组、每组三张其他视角的图。",
      en: "From one picture of its front come three sets of three further views.",
    },
  },
  fields: [
    {
      type: "file",
      path: "element_frontal_image",
      media: "image",
      limit: "image",
      isRequired: true,
      label: { zh: "正面图", en: "Front" },
      hint: {
        zh: "主体的正面。得到三组，每组三张其他视角。",
        en: "The subject from its front. Three sets of three further views come of it.",
      },
    },
  ],
});
