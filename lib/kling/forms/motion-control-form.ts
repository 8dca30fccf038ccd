import { motionControl } from "../kinds/motion-control.ts";
import { elementsField, promptField, WATERMARK_FIELD } from "./common-fields.ts";
import { choice } from "./field.ts";
import { listAt, textAt } from "./tool-draft.ts";
import { defineForm } from "./tool-form.ts";

/** The movement of a filmed person given to a pictured one (off-26 §3.5, S003). */
export const form = defineForm({
  kind: motionControl,
  intro: {
    title: { zh: "让图片中的人物照着视频动起来", en: "Let a picture move like a film" },
    text: {
      zh: "一张人物图片，加一段动作视频：人物会跟着视频里的动作表演。",
      en: "One picture of a person and one film of a movement: the person performs what is filmed.",
    },
  },
  fields: [
    {
      type: "file",
      path: "image_url",
      media: "image",
      limit: "motionImage",
      isRequired: true,
      label: { zh: "人物图片", en: "Person" },
      hint: { zh: "全身或半身清晰可见。", en: "One person, seen clearly." },
    },
    {
      type: "file",
      path: "video_url",
      media: "video",
      limit: "motionVideo",
      isRequired: true,
      label: { zh: "动作视频", en: "Movement" },
      hint: {
        zh: "3–30 秒；朝向与图片一致时最长 10 秒。",
        en: "3–30 s; at most 10 s when the person faces as in the picture.",
      },
    },
    promptField({
      placeholder: { zh: "补充场景与细节（可选）…", en: "Describe the place and details (optional)…" },
      references: (draft) => ({
        image: textAt(draft, "image_url") === "" ? 0 : 1,
        video: textAt(draft, "video_url") === "" ? 0 : 1,
        element: listAt(draft, "element_list").length,
      }),
    }),
    choice("model_name", { look: "models" }),
    choice("mode"),
    choice("character_orientation"),
    choice("keep_original_sound"),
    elementsField({ max: () => 1 }),
    WATERMARK_FIELD,
  ],
});
