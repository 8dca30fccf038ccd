import type { Endpoint, Operation } from "#lib/kling/endpoints.ts";
import type { TaskKind } from "#lib/kling/task-kinds.ts";
import {
  type Example,
  GENERATIONS_EXAMPLES,
  IMAGE2VIDEO_EXAMPLES,
  UNIFIED_EXAMPLES,
} from "./job-examples.ts";

/** Bodies to begin with for an endpoint of the gateway; none where a request has none or none is worth printing. */
export function examplesOf({ dialect, operation, kind }: Endpoint): readonly Example[] {
  if (operation === "create_job") return dialect === "unified" ? UNIFIED_EXAMPLES : GENERATIONS_EXAMPLES;
  if (operation !== "create" || kind === undefined) return plain(OTHER_BODIES[operation]);
  return [...plain(CREATE_BODIES[kind]), ...(kind === "image2video" ? IMAGE2VIDEO_EXAMPLES : [])];
}

function plain(body: object | undefined): readonly Example[] {
  return body === undefined ? [] : [{ title: { zh: "基本", en: "Basic" }, body }];
}

const PROMPT = "A paper boat drifts across a misty lake at dawn, the camera follows slowly";
const PICTURE = "https://example.com/picture.png";
const FILM = "https://example.com/film.mp4";
const SOUND = "https://example.com/voice.mp3";
const VOICE = "genshin_vindi2"; // a voice of the catalogue of speech
const SESSION = "session-id-of-an-earlier-answer";

/** One native body per kind: complete, and with little beside what it needs. */
const CREATE_BODIES: Readonly<Record<TaskKind, object>> = {
  text2video: { model_name: "kling-v3", prompt: PROMPT, mode: "std", duration: "5", aspect_ratio: "16:9" },
  image2video: { model_name: "kling-v3", image: PICTURE, prompt: PROMPT, mode: "std", duration: "5" },
  "multi-image2video": { model_name: "kling-v1-6", prompt: PROMPT, image_list: [{ image: PICTURE }] },
  "omni-video": { model_name: "kling-v3-omni", prompt: PROMPT, aspect_ratio: "16:9", mode: "std" },
  "motion-control": {
    model_name: "kling-v2-6",
    image_url: PICTURE,
    video_url: FILM,
    character_orientation: "video",
    mode: "std",
  },
  "video-extend": { video_id: "id-of-an-earlier-clip" },
  "lip-sync": {
    input: { video_url: FILM, mode: "text2video", text: "Hello", voice_id: VOICE, voice_language: "en" },
  },
  "identify-face": { video_url: FILM },
  "advanced-lip-sync": {
    session_id: SESSION,
    face_choose: [
      {
        face_id: "0",
        sound_file: SOUND,
        sound_start_time: 0,
        sound_end_time: 2500,
        sound_insert_time: 0,
      },
    ],
  },
  avatar: { image: PICTURE, sound_file: SOUND, mode: "std" },
  effects: { effect_scene: "squish", input: { model_name: "kling-v1-6", image: PICTURE, duration: "5" } },
  "init-selection": { video_url: FILM },
  "multi-elements": {
    model_name: "kling-v1-6",
    session_id: SESSION,
    edit_mode: "removal",
    prompt: PROMPT,
  },
  tts: { text: "Hello", voice_id: VOICE, voice_language: "en" },
  "text-to-audio": { prompt: "rain on a tin roof", duration: 3 },
  "video-to-audio": { video_url: FILM },
  "image-generation": { model_name: "kling-v3", prompt: PROMPT },
  "omni-image": { model_name: "kling-image-o1", prompt: PROMPT },
  "multi-image2image": {
    model_name: "kling-v2",
    prompt: PROMPT,
    subject_image_list: [{ subject_image: PICTURE }],
  },
  expand: {
    image: PICTURE,
    up_expansion_ratio: 0.1,
    down_expansion_ratio: 0.1,
    left_expansion_ratio: 0.1,
    right_expansion_ratio: 0.1,
  },
  "virtual-try-on": {
    model_name: "kolors-virtual-try-on-v1-5",
    human_image: PICTURE,
    cloth_image: PICTURE,
  },
  "image-recognize": { image: PICTURE },
  "ai-multi-shot": { element_frontal_image: PICTURE },
  "custom-elements": {
    element_name: "boat",
    element_description: "a boat of paper",
    element_frontal_image: PICTURE,
    element_refer_list: [{ image_url: PICTURE }],
    tag_list: [{ tag_id: "o_104" }],
  },
  "advanced-custom-elements": {
    element_name: "boat",
    element_description: "a boat of paper",
    reference_type: "image_refer",
    element_image_list: { frontal_image: PICTURE, refer_images: [{ image_url: PICTURE }] },
  },
  "custom-voices": { voice_name: "Ann", voice_url: SOUND },
};

const MARKS = { session_id: SESSION, frame_index: 0, points: [{ x: 0.5, y: 0.5 }] };

/** Calls about a session or a library (api-reference §3.11, §4.3, §8). */
const OTHER_BODIES: Readonly<Partial<Record<Operation, object>>> = {
  add_selection: MARKS,
  delete_selection: MARKS,
  clear_selection: { session_id: SESSION },
  preview_selection: { session_id: SESSION },
  delete_element: { element_id: "801234567890123456" },
  delete_voice: { voice_id: "801234567890123456" },
};
