import type { ToolKind } from "#lib/client/create-link.ts";
import type { ToolForm } from "#lib/kling/forms/tool-form.ts";
import type { ClipKind } from "#lib/kling/task-kinds.ts";

/** Kinds that the framework of forms makes; the two clips have a screen of their own. */
export type FormKind = Exclude<ToolKind, ClipKind>;

/** Each form, with its kind's grid and rules, is fetched when its tool is opened. */
export const FORMS: Readonly<Record<FormKind, () => Promise<{ readonly form: ToolForm }>>> = {
  "multi-image2video": () => import("#lib/kling/forms/multi-image2video-form.ts"),
  "omni-video": () => import("#lib/kling/forms/omni-video-form.ts"),
  "motion-control": () => import("#lib/kling/forms/motion-control-form.ts"),
  "video-extend": () => import("#lib/kling/forms/video-extend-form.ts"),
  effects: () => import("#lib/kling/forms/effects-form.ts"),
  "lip-sync": () => import("#lib/kling/forms/lip-sync-form.ts"),
  "advanced-lip-sync": () => import("#lib/kling/forms/advanced-lip-sync-form.ts"),
  avatar: () => import("#lib/kling/forms/avatar-form.ts"),
  tts: () => import("#lib/kling/forms/tts-form.ts"),
  "text-to-audio": () => import("#lib/kling/forms/text-to-audio-form.ts"),
  "video-to-audio": () => import("#lib/kling/forms/video-to-audio-form.ts"),
  "image-generation": () => import("#lib/kling/forms/image-generation-form.ts"),
  "omni-image": () => import("#lib/kling/forms/omni-image-form.ts"),
  "multi-image2image": () => import("#lib/kling/forms/multi-image2image-form.ts"),
  expand: () => import("#lib/kling/forms/expand-form.ts"),
  "virtual-try-on": () => import("#lib/kling/forms/virtual-try-on-form.ts"),
  "image-recognize": () => import("#lib/kling/forms/image-recognize-form.ts"),
  "ai-multi-shot": () => import("#lib/kling/forms/ai-multi-shot-form.ts"),
};
