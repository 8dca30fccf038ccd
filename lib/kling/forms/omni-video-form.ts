import { omniVideo } from "../kinds/omni-video.ts";
import { MAX_SHOTS, MAX_STORYBOARD_CHARACTERS } from "../limits.ts";
import { elementsField, promptField, WATERMARK_FIELD } from "./common-fields.ts";
import { choice } from "./field.ts";
import { firstFrameOf, hasShapeOfItsOwn, hasVideo, OMNI_DETACH, VIDEO } from "./omni-video-draft.ts";
import { listAt, readPath, type ToolDraft } from "./tool-draft.ts";
import { defineForm } from "./tool-form.ts";

const MAX_REFERENCES = 7;

/** A clip from words with pictures, elements and a video to refer to or to edit, in one shot or several (off-26 §3.4). */
export const form = defineForm({
  kind: omniVideo,
  intro: {
    title: {
      zh: "图片、主体、视频，一起写进提示词",
      en: "Pictures, elements and a video, named in your words",
    },
    text: {
      zh: "把参考放进来，在提示词里点名；也可以编辑一段视频，或分镜头讲一个故事。",
      en: "Put in what to refer to and name it in the prompt; edit a video; or tell a story in shots.",
    },
  },
  initial: {
    multi_prompt: [
      { index: 1, prompt: "", duration: "3" },
      { index: 2, prompt: "", duration: "2" },
    ],
  },
  detach: OMNI_DETACH,
  fields: [
    {
      type: "files",
      path: "image_list",
      item: "image_url",
      axis: "images",
      media: "image",
      limit: "image",
      min: 0,
      max: () => MAX_REFERENCES,
      label: { zh: "图片", en: "Picture" },
      hint: { zh: "参考图，或首帧、尾帧。", en: "To refer to, or as first and end frame." },
      role: {
        name: "type",
        options: [
          { value: "", label: { zh: "参考", en: "to refer to" } },
          { value: "first_frame", label: { zh: "首帧", en: "first frame" } },
          { value: "end_frame", label: { zh: "尾帧", en: "end frame" } },
        ],
      },
    },
    {
      type: "file",
      path: `${VIDEO}.video_url`,
      axis: "video",
      media: "video",
      limit: "referenceVideo",
      label: { zh: "视频", en: "Video" },
      hint: { zh: "待编辑，或参考其运镜与风格。", en: "To edit, or for its camera and its style." },
    },
    promptField({
      placeholder: {
        zh: "描述画面，用 @ 点名图片、主体或视频…",
        en: "Describe the clip, and name pictures, elements or the video…",
      },
      isRequired: true,
      references: attached,
      when: (draft) => !isInShots(draft),
    }),
    {
      type: "shots",
      path: "multi_prompt",
      place: "bar",
      maxShots: MAX_SHOTS,
      maxCharacters: MAX_STORYBOARD_CHARACTERS,
      durationPath: "duration",
      isRequired: true,
      label: { zh: "分镜", en: "Shots" },
      references: attached,
      firstPicture: firstFrameOf,
      when: isInShots,
    },
    choice("model_name", { look: "models" }),
    choice("multi_shot", {
      writes: (value) => ({
        multi_shot: value === "none" ? undefined : true,
        shot_type: value === "none" ? undefined : value,
      }),
    }),
    choice("video", {
      label: { zh: "视频用于", en: "The video is" },
      path: `${VIDEO}.refer_type`,
      values: ["base", "feature"],
      writes: (value) => (value === "none" ? {} : { [`${VIDEO}.refer_type`]: value }),
      when: hasVideo,
    }),
    {
      type: "flag",
      path: `${VIDEO}.keep_original_sound`,
      on: "yes",
      label: { zh: "保留视频原声", en: "Keep the video’s sound" },
      when: hasVideo,
    },
    choice("mode"),
    choice("duration", {
      hint: { zh: "编辑视频时，以原视频时长为准。", en: "A video that is edited keeps its own length." },
    }),
    choice("sound"),
    choice("aspect_ratio", { look: "ratios", when: (draft) => !hasShapeOfItsOwn(draft) }),
    elementsField({ max: () => MAX_REFERENCES }),
    WATERMARK_FIELD,
  ],
});

function isInShots(draft: ToolDraft): boolean {
  return readPath(draft, "shot_type") === "customize";
}

function attached(draft: ToolDraft) {
  return {
    image: listAt(draft, "image_list").length,
    element: listAt(draft, "element_list").length,
    video: Number(hasVideo(draft)),
  };
}
