import type { Localized } from "#lib/shared/localized.ts";

/**
 * Every kind of task the product can create, in upstream's own words: the last part of its path, except where that word
 * would mean two things (`images/generations`, `avatar/image2video`, `editing/expand`).
 * A new kind is one entry here, a request schema, a `Kind` and its rows in `endpoints.ts`.
 */
export const TASK_KINDS = [
  "text2video",
  "image2video",
  "multi-image2video",
  "omni-video",
  "motion-control",
  "video-extend",
  "lip-sync",
  "identify-face",
  "advanced-lip-sync",
  "avatar",
  "effects",
  "init-selection",
  "multi-elements",
  "tts",
  "text-to-audio",
  "video-to-audio",
  "image-generation",
  "omni-image",
  "multi-image2image",
  "expand",
  "virtual-try-on",
  "image-recognize",
  "ai-multi-shot",
  "custom-elements",
  "advanced-custom-elements",
  "custom-voices",
] as const;

export type TaskKind = (typeof TASK_KINDS)[number];

/** Kinds whose form, draft and options exist: clips from a prompt or from a picture. */
export const CLIP_KINDS = ["text2video", "image2video"] as const satisfies readonly TaskKind[];

export type ClipKind = (typeof CLIP_KINDS)[number];

export const CLIP_KIND_NAMES: Readonly<Record<ClipKind, Localized>> = {
  text2video: { zh: "文生视频", en: "Text to video" },
  image2video: { zh: "图生视频", en: "Image to video" },
};

export function isTaskKind(text: string): text is TaskKind {
  return TASK_KINDS.some((kind) => kind === text);
}

export function isClipKind(text: string): text is ClipKind {
  return CLIP_KINDS.some((kind) => kind === text);
}
