import type { ToolKind } from "#lib/client/create-link.ts";
import type { ToolForm } from "#lib/kling/forms/tool-form.ts";
import type { ClipKind } from "#lib/kling/task-kinds.ts";

/** Kinds that the framework of forms makes; the two clips have a screen of their own. */
export type FormKind = Exclude<ToolKind, ClipKind>;

/** Each form, with its kind's grid and rules, is fetched when its tool is opened. */
export const FORMS: Readonly<Record<FormKind, () => Promise<{ readonly form: ToolForm }>>> = {
  "motion-control": () => import("#lib/kling/forms/motion-control-form.ts"),
  tts: () => import("#lib/kling/forms/tts-form.ts"),
  "image-generation": () => import("#lib/kling/forms/image-generation-form.ts"),
};
