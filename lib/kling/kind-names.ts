import type { Localized } from "#lib/shared/localized.ts";
import { CLIP_KIND_NAMES, type TaskKind } from "./task-kinds.ts";

/** What people call each kind. Apart from the clips' own names, so that their form need not load the others'. */
export const TASK_KIND_NAMES: Readonly<Record<TaskKind, Localized>> = {
  ...CLIP_KIND_NAMES,
  "multi-image2video": { zh: "多图参考生视频", en: "Pictures to video" },
  "omni-video": { zh: "Omni 视频", en: "Omni video" },
  "motion-control": { zh: "动作控制", en: "Motion control" },
  "video-extend": { zh: "视频延长", en: "Extend a video" },
  "lip-sync": { zh: "对口型", en: "Lip sync" },
  "identify-face": { zh: "人脸识别", en: "Find faces" },
  "advanced-lip-sync": { zh: "指定人脸对口型", en: "Lip sync of one face" },
  avatar: { zh: "数字人", en: "Avatar" },
  effects: { zh: "视频特效", en: "Effects" },
  "init-selection": { zh: "多模态编辑选区", en: "Selection for editing" },
  "multi-elements": { zh: "多模态视频编辑", en: "Edit a video" },
  tts: { zh: "语音合成", en: "Speech" },
  "text-to-audio": { zh: "文生音效", en: "Text to sound" },
  "video-to-audio": { zh: "视频生音效", en: "Video to sound" },
  "image-generation": { zh: "图像生成", en: "Pictures" },
  "omni-image": { zh: "Omni 图像", en: "Omni pictures" },
  "multi-image2image": { zh: "多图参考生图", en: "Pictures to picture" },
  expand: { zh: "扩图", en: "Expand a picture" },
  "virtual-try-on": { zh: "虚拟试穿", en: "Virtual try-on" },
  "image-recognize": { zh: "图像识别", en: "Recognise a picture" },
  "ai-multi-shot": { zh: "AI 多视角", en: "AI multi-shot" },
  "custom-elements": { zh: "自定义主体", en: "Element" },
  "advanced-custom-elements": { zh: "自定义主体（高级）", en: "Element (advanced)" },
  "custom-voices": { zh: "自定义音色", en: "Voice" },
};
