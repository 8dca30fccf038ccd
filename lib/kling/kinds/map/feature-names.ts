import type { Localized } from "#lib/shared/localized.ts";

/** What the capability map speaks about, in words. */
const FEATURE_NAMES: Readonly<Record<string, Localized>> = {
  generation: { zh: "生成", en: "Generation" },
  mode: { zh: "生成模式", en: "Mode" },
  model_name: { zh: "选择模型", en: "Choice of model" },
  duration: { zh: "选择时长", en: "Choice of length" },
  resolution: { zh: "清晰度", en: "Resolution" },
  aspect_ratio: { zh: "画面比例", en: "Aspect ratio" },
  negative_prompt: { zh: "负向提示词", en: "Negative prompt" },
  cfg_scale: { zh: "提示词相关性", en: "Prompt strength" },
  negative_prompt_and_cfg_scale: {
    zh: "负向提示词与提示词相关性",
    en: "Negative prompt and prompt strength",
  },
  without_prompt: { zh: "不写提示词", en: "No prompt" },
  sound: { zh: "声音", en: "Sound" },
  end_frame: { zh: "首帧加尾帧", en: "First and end frame" },
  end_frame_only: { zh: "仅尾帧", en: "End frame alone" },
  end_frame_with_sound: { zh: "首尾帧加声音", en: "First and end frame with sound" },
  multi_shot: { zh: "多镜头", en: "Several shots" },
  camera: { zh: "运镜控制", en: "Camera control" },
  masks: { zh: "运动笔刷", en: "Motion brush" },
  elements: { zh: "主体", en: "Elements" },
  elements_with_voices: { zh: "主体加音色", en: "Elements with voices" },
  elements_with_end_frame: { zh: "主体加尾帧", en: "Elements with an end frame" },
  voices: { zh: "音色", en: "Voices" },
  scene: { zh: "特效场景", en: "Scene" },
  text_to_image: { zh: "文生图", en: "Picture from a prompt" },
  image_to_image: { zh: "图生图", en: "Picture from a picture" },
  subject_reference: { zh: "主体参考", en: "Subject as reference" },
  face_reference: { zh: "人脸参考", en: "Face as reference" },
  series: { zh: "组图", en: "Series" },
};

/** A feature without words of its own goes by its name in the map. */
export function featureName(feature: string): Localized {
  return FEATURE_NAMES[feature] ?? { zh: feature, en: feature };
}
