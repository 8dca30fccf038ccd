import type { Localized } from "#lib/shared/localized.ts";

/** A body that can be sent as it is, or with a file's address of one's own. */
export type Example = { readonly title: Localized; readonly body: object };

const PICTURE = "https://example.com/picture.png";
const OTHER_PICTURE = "https://example.com/other-picture.png";
const MASK = "https://example.com/mask.png";
const FILM = "https://example.com/film.mp4";
const PROMPT = "A paper boat drifts across a misty lake at dawn, the camera follows slowly";

const STILL_CAMERA = { horizontal: 0, vertical: 0, pan: 0, tilt: 0, roll: 0 };
const SIMPLE_ZOOM = { type: "simple", config: { ...STILL_CAMERA, zoom: 5 } };

const OMNI = { model: "Kling-Video-O1", mode: "pro" };
const V26 = { model: "Kling-V2.6", mode: "pro", seconds: "5" };
const MOTION = {
  model: "Kling-V2.6",
  mode: "pro",
  action_control: true,
  image_url: PICTURE,
  video_url: FILM,
};

/** One for each way in which the document of the unified gateway uses its one path (S003); the words are ours. */
export const UNIFIED_EXAMPLES: readonly Example[] = [
  example("V2.6 文生视频", "V2.6, from words", { ...V26, prompt: PROMPT, aspect_ratio: "16:9" }),
  example("V2.6 带声音", "V2.6, with sound", {
    ...V26,
    prompt: "Rain on a tin roof, thunder far away",
    aspect_ratio: "16:9",
    sound: "on",
  }),
  example("V2.6 运镜", "V2.6, camera", {
    ...V26,
    prompt: PROMPT,
    aspect_ratio: "16:9",
    camera_control: SIMPLE_ZOOM,
  }),
  example("V2.6 预设运镜", "V2.6, prepared camera move", {
    ...V26,
    prompt: PROMPT,
    aspect_ratio: "1:1",
    camera_control: { type: "forward_up" },
  }),
  example("V2.6 图生视频", "V2.6, from a picture", { ...V26, prompt: PROMPT, image: PICTURE }),
  example("V2.6 首尾帧", "V2.6, first and end frame", {
    ...V26,
    prompt: PROMPT,
    image: PICTURE,
    image_tail: OTHER_PICTURE,
  }),
  example("V2.6 音色", "V2.6, with a voice", {
    ...V26,
    prompt: "The woman <<<voice_1>>> says: good morning",
    image: PICTURE,
    sound: "on",
    voice_list: [{ voice_id: "voice_123" }],
  }),
  example("V2.6 运动笔刷", "V2.6, motion brush", {
    ...V26,
    prompt: PROMPT,
    image: PICTURE,
    static_mask: MASK,
    dynamic_masks: [
      {
        mask: MASK,
        trajectories: [
          { x: 120, y: 160 },
          { x: 260, y: 220 },
        ],
      },
    ],
  }),
  example("V2.6 图片运镜", "V2.6, camera over a picture", {
    ...V26,
    prompt: PROMPT,
    image: PICTURE,
    camera_control: SIMPLE_ZOOM,
  }),
  example("V2.6 动作控制", "V2.6, motion control", { ...MOTION, character_orientation: "video" }),
  example("V2.6 动作控制与提示词", "V2.6, motion control with words", {
    ...MOTION,
    prompt: "On a stage in blue light",
    character_orientation: "video",
    keep_original_sound: "yes",
  }),
  example("V2.6 动作控制（按图片朝向）", "V2.6, motion control facing as pictured", {
    ...MOTION,
    character_orientation: "image",
    keep_original_sound: "no",
  }),
  example("O1 文生视频", "O1, from words", { ...OMNI, prompt: PROMPT, aspect_ratio: "16:9", seconds: "5" }),
  example("O1 首帧", "O1, first frame", {
    model: "Kling-Video-O1",
    prompt: PROMPT,
    first_frame_url: PICTURE,
    seconds: 5,
  }),
  example("O1 图片与主体参考", "O1, pictures and elements", {
    ...OMNI,
    prompt: "<<<image_1>>> meets <<<element_1>>> and <<<element_2>>> on a pier",
    reference_images: [PICTURE],
    element_list: [{ element_id: "146" }, { element_id: "145" }],
    aspect_ratio: "1:1",
    seconds: "5",
  }),
  example("O1 视频编辑", "O1, edit a video", {
    ...OMNI,
    prompt: "Put the flower of <<<image_1>>> into the hand of the person in <<<video_1>>>",
    reference_images: [PICTURE],
    video_list: [{ video_url: FILM, refer_type: "base", keep_original_sound: "yes" }],
  }),
  example("O1 运镜参考", "O1, follow a video's camera", {
    ...OMNI,
    prompt: "Filmed like <<<video_1>>>: <<<element_1>>> walks along a harbour",
    element_list: [{ element_id: "12345" }],
    video_list: [{ video_url: FILM, refer_type: "feature" }],
    aspect_ratio: "1:1",
    seconds: "5",
  }),
  example("O1 下一个镜头", "O1, the next shot", {
    ...OMNI,
    prompt: "What happens after <<<video_1>>>",
    video_list: [{ video_url: FILM, refer_type: "feature", keep_original_sound: "yes" }],
  }),
];

/** The three ways of the kling-v3 gateway's document (S002). */
export const GENERATIONS_EXAMPLES: readonly Example[] = [
  example("文生视频", "From words", {
    model: "kling-v3-std-silent",
    prompt: PROMPT,
    aspect_ratio: "16:9",
    duration: 5,
    extra_body: { cfg_scale: 0.5, shot_type: "customize", negative_prompt: "blurred" },
  }),
  example("图生视频", "From a picture", {
    model: "kling-v3-pro-audio",
    prompt: PROMPT,
    image: PICTURE,
    aspect_ratio: "16:9",
    duration: 6,
    extra_body: { cfg_scale: 0.6, shot_type: "intelligent", negative_prompt: "distorted" },
  }),
  example("首尾帧", "First and end frame", {
    model: "kling-v3-pro-silent",
    prompt: PROMPT,
    image: PICTURE,
    last_image: OTHER_PICTURE,
    duration: 8,
  }),
];

/** What Kapon's document sends to the native path of image2video (S004). */
export const IMAGE2VIDEO_EXAMPLES: readonly Example[] = [
  example("首帧", "First frame", {
    model_name: "kling-v1",
    image: PICTURE,
    prompt: PROMPT,
    mode: "std",
    duration: "5",
    aspect_ratio: "16:9",
  }),
  example("首尾帧（/kling 路径）", "First and end frame (path under /kling)", {
    model_name: "kling-v1",
    image: PICTURE,
    image_tail: OTHER_PICTURE,
    prompt: PROMPT,
    mode: "pro",
    duration: "10",
    aspect_ratio: "16:9",
  }),
  example("运镜（/kling 路径）", "Camera (path under /kling)", {
    model_name: "kling-v2-master",
    image: PICTURE,
    prompt: PROMPT,
    camera_control: { type: "simple", config: { zoom: 5 } },
    duration: "10",
    aspect_ratio: "16:9",
  }),
];

function example(zh: string, en: string, body: object): Example {
  return { title: { zh, en }, body };
}
