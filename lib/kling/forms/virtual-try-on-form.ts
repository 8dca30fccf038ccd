import { virtualTryOn } from "../kinds/virtual-try-on.ts";
import { choice } from "./field.ts";
import { defineForm } from "./tool-form.ts";

/** A person in other clothes (off-25 §4.2). */
export const form = defineForm({
  kind: virtualTryOn,
  intro: {
    title: { zh: "换一身衣服看看", en: "See how it would look on" },
    text: {
      zh: "一张人物图，加一张服装图：人物会穿上这身衣服。",
      en: "One picture of a person, one of clothes: the person wears them.",
    },
  },
  fields: [
    {
      type: "file",
      path: "human_image",
      media: "image",
      limit: "looseImage",
      isRequired: true,
      label: { zh: "人物", en: "Person" },
      hint: { zh: "成片与这张图一样大。", en: "The result is as large as this picture." },
    },
    {
      type: "file",
      path: "cloth_image",
      axis: "cloth",
      media: "image",
      limit: "looseImage",
      label: { zh: "服装", en: "Clothes" },
      hint: {
        zh: "可图试穿 1.5 也接受上装与下装拼在一起的一张图。",
        en: "Kolors try-on 1.5 also takes one picture with an upper and a lower garment side by side.",
      },
    },
    choice("model_name", { look: "models" }),
  ],
});
