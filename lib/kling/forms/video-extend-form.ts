import { videoExtend } from "../kinds/video-extend.ts";
import { CFG_SCALE_RANGE } from "../limits.ts";
import { negativePromptField, promptField, WATERMARK_FIELD } from "./common-fields.ts";
import { defineForm } from "./tool-form.ts";

/** What upstream takes when nothing is said (off-26 §3.6). */
const ASSUMED_CFG_SCALE = 0.5;

/** More of a finished clip, again and again up to three minutes (off-26 §3.6). */
export const form = defineForm({
  kind: videoExtend,
  intro: {
    title: { zh: "让视频继续下去", en: "Let a clip go on" },
    text: {
      zh: "选择一段已生成的视频，每次延长 4–5 秒，最长 3 分钟。",
      en: "Choose a finished clip: each time it becomes 4–5 s longer, up to 3 minutes.",
    },
  },
  fields: [
    {
      type: "result",
      path: "video_id",
      media: "video",
      limit: "extendedVideo",
      madeBy: ["text2video", "image2video", "video-extend"],
      models: ["kling-v1", "kling-v1-5", "kling-v1-6"],
      isRequired: true,
      label: { zh: "要延长的视频", en: "Clip" },
      hint: {
        zh: "由可灵 1.0、1.5 或 1.6 在 30 天内生成；延长后的视频可继续延长。",
        en: "Made within 30 days by Kling 1.0, 1.5 or 1.6; what was extended may be extended again.",
      },
    },
    {
      type: "custom",
      instrument: "joined-length",
      path: "$joined",
      paths: ["$joined"],
      place: "stage",
      label: { zh: "延长后的时长", en: "Length of the whole clip" },
      when: ({ video_id }) => video_id !== undefined,
    },
    promptField({ placeholder: { zh: "接下来发生什么（可选）…", en: "What happens next (optional)…" } }),
    negativePromptField(),
    {
      type: "range",
      path: "cfg_scale",
      label: { zh: "提示词相关性", en: "Adherence to the prompt" },
      ...CFG_SCALE_RANGE,
      step: 0.05,
      assumed: ASSUMED_CFG_SCALE,
      ends: [
        { zh: "自由", en: "free" },
        { zh: "贴近", en: "close" },
      ],
    },
    WATERMARK_FIELD,
  ],
});
