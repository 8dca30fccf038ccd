import { omniImage } from "../kinds/omni-image.ts";
import { MAX_ELEMENTS } from "../limits.ts";
import { elementsField, promptField, WATERMARK_FIELD } from "./common-fields.ts";
import { choice } from "./field.ts";
import { listAt, readPath, type ToolDraft } from "./tool-draft.ts";
import { defineForm } from "./tool-form.ts";

/** Pictures, or a series of them, that refer to pictures and elements (off-26b §4.2). */
export const form = defineForm({
  kind: omniImage,
  intro: {
    title: { zh: "照着参考图画", en: "Draw with what you show it" },
    text: {
      zh: "描述画面。放入参考图和主体后，可在提示词中点名引用。",
      en: "Describe a picture. Pictures and elements that you attach can be named in the prompt.",
    },
    examples: [
      {
        zh: "晨雾中的灯塔，一只纸船经过，胶片质感",
        en: "A lighthouse in the morning mist, a paper boat passing, on film",
      },
      { zh: "同一只猫的一天：清晨、正午、黄昏、深夜", en: "One day of one cat: dawn, noon, dusk and night" },
    ],
  },
  fields: [
    promptField({
      placeholder: {
        zh: "描述画面；点下方的名字可引用参考图与主体…",
        en: "Describe the picture; press a name below to refer to what is attached…",
      },
      isRequired: true,
      references: (draft) => ({
        image: countAt(draft, "image_list"),
        element: countAt(draft, "element_list"),
      }),
    }),
    {
      type: "files",
      path: "image_list",
      axis: "images",
      media: "image",
      limit: "image",
      item: "image",
      min: 0,
      max: (draft) => MAX_ELEMENTS - countAt(draft, "element_list"),
      label: { zh: "参考图", en: "Reference picture" },
      hint: { zh: "可选。", en: "Optional." },
    },
    choice("model_name", { look: "models" }),
    choice("result_type"),
    choice("n", { when: (draft) => !isSeries(draft) }),
    choice("series_amount", { when: isSeries }),
    choice("aspect_ratio", { look: "ratios" }),
    choice("resolution"),
    elementsField({ max: (draft) => MAX_ELEMENTS - countAt(draft, "image_list") }),
    WATERMARK_FIELD,
  ],
});

function isSeries(draft: ToolDraft): boolean {
  return readPath(draft, "result_type") === "series";
}

function countAt(draft: ToolDraft, path: string): number {
  return listAt(draft, path).length;
}
