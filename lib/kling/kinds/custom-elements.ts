import type { CustomElementsRequest } from "../requests/elements.ts";
import { modelIndependent } from "./grid/claims.ts";
import { defineKind } from "./kind.ts";
import { elementTextRules, IMAGE_ELEMENT_PRICE } from "./rules/element-rules.ts";
import { missing } from "./rules/field-rules.ts";

/** A new element of the older library (off-26 §4.3, S003). */
export const customElements = defineKind<CustomElementsRequest>({
  kind: "custom-elements",
  product: "none",
  answers: "at_once",
  defaults: {},
  grid: { axes: [], defaults: {}, ...modelIndependent("off-26 §4.3, S003") },
  pointOf: () => ({}),
  rules: (request) => [
    ...elementTextRules(request),
    ...(request.element_frontal_image
      ? []
      : [missing("element_frontal_image", { zh: "请添加正面图", en: "Add a picture of its front" })]),
    ...(request.element_refer_list.length > 0
      ? []
      : [
          missing("element_refer_list", {
            zh: "请添加其他角度的图片",
            en: "Add a picture from another side",
          }),
        ]),
  ],
  price: () => IMAGE_ELEMENT_PRICE,
  output: () => ({ videos: [], images: [], audios: [] }),
});
