import { imageRecognize } from "../kinds/image-recognize.ts";
import { defineForm } from "./tool-form.ts";

/** What a picture contains, and a cut-out of each that it does (off-26 §3.12). */
export const form = defineForm({
  kind: imageRecognize,
  intro: {
    title: { zh: "看看图里有什么", en: "What is in a picture" },
    text: {
      zh: "物体、头部、人脸、服装：有哪一样，就抠出哪一样。",
      en: "Object, head, face, clothes: each that is there is cut out.",
    },
  },
  fields: [
    {
      type: "file",
      path: "image",
      media: "image",
      limit: "image",
      isRequired: true,
      label: { zh: "图片", en: "Picture" },
      hint: {
        zh: "有物体、头部、人脸或服装，就各抠出一张，马上就好。",
        en: "The object, the head, the face and the clothes in it are cut out, at once.",
      },
    },
  ],
});
