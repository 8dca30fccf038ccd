import type { Localized } from "#lib/shared/localized.ts";

/**
 * The kinds of task the product can create, spelled as upstream spells them in its paths.
 * A new kind is one entry here, one request schema, one row in the capability table and its rows in `endpoints.ts`.
 */
export const TASK_KINDS = ["text2video", "image2video"] as const;

export type TaskKind = (typeof TASK_KINDS)[number];

export const TASK_KIND_NAMES: Readonly<Record<TaskKind, Localized>> = {
  text2video: { zh: "文生视频", en: "Text to video" },
  image2video: { zh: "图生视频", en: "Image to video" },
};

export function isTaskKind(text: string): text is TaskKind {
  return TASK_KINDS.some((kind) => kind === text);
}
