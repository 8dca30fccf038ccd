import type { JsonObject } from "#lib/kling/dialects/unknown-values.ts";
import type { TaskKind } from "#lib/kling/task-kinds.ts";

/** What the bodies name: files in any form that a door takes, and ids of earlier results and sessions of the team. */
export type NamedMedia = {
  /** At least 300 px a side. */
  readonly picture: string;
  /** 3 s at 1920 × 1080 suit every field. */
  readonly film: string;
  /** 5 to 30 s suit every field. */
  readonly sound: string;
  /** An earlier result that is a film. */
  readonly filmOutput: string;
  /** Of an `identify-face`. */
  readonly facesSession: string;
  /** Of an `init-selection`. */
  readonly selectionSession: string;
};

/** One native body per kind: complete, supported by the map, and with little beside what it needs. */
export function legalBodies(media: NamedMedia): Readonly<Record<TaskKind, JsonObject>> {
  const { picture, film, sound, filmOutput } = media;
  const prompt = "a paper boat";
  const element = { element_name: "boat", element_description: "a boat of paper" };
  const refers = [{ image_url: picture }];
  return {
    text2video: { model_name: "kling-v1", prompt },
    image2video: { model_name: "kling-v1", prompt, image: picture },
    "multi-image2video": { model_name: "kling-v1-6", prompt, image_list: [{ image: picture }] },
    "omni-video": { model_name: "kling-v3-omni", prompt, aspect_ratio: "1:1", mode: "std" },
    "motion-control": {
      model_name: "kling-v2-6",
      image_url: picture,
      video_url: film,
      character_orientation: "video",
      mode: "std",
    },
    "video-extend": { video_id: filmOutput },
    "lip-sync": {
      input: { video_url: film, mode: "text2video", text: "hello", voice_id: VOICE, voice_language: "en" },
    },
    "identify-face": { video_url: film },
    "advanced-lip-sync": {
      session_id: media.facesSession,
      face_choose: [
        {
          face_id: "0",
          sound_file: sound,
          sound_start_time: 0,
          sound_end_time: 2500,
          sound_insert_time: 0,
        },
      ],
    },
    avatar: { image: picture, sound_file: sound, mode: "std" },
    effects: { effect_scene: "squish", input: { model_name: "kling-v1-6", image: picture, duration: "5" } },
    "init-selection": { video_url: film },
    "multi-elements": {
      model_name: "kling-v1-6",
      session_id: media.selectionSession,
      edit_mode: "removal",
      prompt,
    },
    tts: { text: "hello", voice_id: VOICE, voice_language: "en" },
    "text-to-audio": { prompt: "rain", duration: 3 },
    "video-to-audio": { video_url: film },
    "image-generation": { model_name: "kling-v3", prompt },
    "omni-image": { model_name: "kling-image-o1", prompt },
    "multi-image2image": { model_name: "kling-v2", prompt, subject_image_list: [{ subject_image: picture }] },
    expand: {
      image: picture,
      up_expansion_ratio: 0.1,
      down_expansion_ratio: 0.1,
      left_expansion_ratio: 0.1,
      right_expansion_ratio: 0.1,
    },
    "virtual-try-on": {
      model_name: "kolors-virtual-try-on-v1",
      human_image: picture,
      cloth_image: picture,
    },
    "image-recognize": { image: picture },
    "ai-multi-shot": { element_frontal_image: picture },
    "custom-elements": { ...element, element_frontal_image: picture, element_refer_list: refers },
    "advanced-custom-elements": {
      ...element,
      reference_type: "image_refer",
      element_image_list: { frontal_image: picture, refer_images: refers },
    },
    "custom-voices": { voice_name: "Ann", voice_url: sound },
  };
}

/** Bodies of the two dialects that make jobs. */
export function legalJobBodies({ picture }: Pick<NamedMedia, "picture">) {
  return {
    unified: { model: "Kling-V2.6", prompt: "a paper boat", image: picture, seconds: "5", mode: "std" },
    generations: { model: "kling-v3-std-silent", prompt: "a paper boat", image: picture, duration: 5 },
  } as const satisfies Record<string, JsonObject>;
}

/** In the catalogue of speech. */
const VOICE = "genshin_vindi2";
