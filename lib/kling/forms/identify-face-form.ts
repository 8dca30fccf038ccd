import { identifyFace } from "../kinds/identify-face.ts";
import { fileOrResult } from "./common-fields.ts";
import { defineForm } from "./tool-form.ts";

/** The faces of a film (off-26 §3.8): no tool of its own, but what the lip sync of a chosen face begins with. */
export const form = defineForm({
  kind: identifyFace,
  intro: {
    title: { zh: "识别视频中的人脸", en: "Find the faces of a film" },
    text: { zh: "放入一段视频。", en: "Put in a film." },
  },
  fields: [
    ...fileOrResult({
      media: "video",
      limit: "lipSyncVideo",
      paths: { file: "video_url", result: "video_id" },
      label: { zh: "视频", en: "Video" },
    }),
  ],
});
