/** What a file is to the task that made it. Files of one label are numbered by their order. */
export const OUTPUT_LABELS = [
  "video",
  "image",
  /** One of a series that belongs together (omni-image). */
  "series_image",
  "audio_mp3",
  "audio_wav",
  /** The still of a face (identify-face). */
  "face",
  /** Cut-outs of image-recognize. */
  "object_seg",
  "head_seg",
  "face_seg",
  "cloth_seg",
  /** Views of ai-multi-shot: three files to one index. */
  "view_1",
  "view_2",
  "view_3",
  /** The video of a selection as the editor counts its frames. */
  "normalized_video",
  /** A spoken sample of a custom voice. */
  "voice_trial",
] as const;

export type OutputLabel = (typeof OUTPUT_LABELS)[number];
