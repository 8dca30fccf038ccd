import type { ClipKind } from "#lib/kling/task-kinds.ts";

/** The address of the Create screen for each kind: `/create/<slug>`. */
export const CREATE_SLUGS: Readonly<Record<ClipKind, string>> = {
  text2video: "text-to-video",
  image2video: "image-to-video",
};

/** Opens the form filled with the settings of an old task. */
export function settingsLink(task: { readonly id: string; readonly kind: ClipKind }): string {
  return `/create/${CREATE_SLUGS[task.kind]}?from=${task.id}`;
}

/** Opens the form with this prompt. */
export function promptLink(prompt: string): string {
  return `/create/${CREATE_SLUGS.text2video}?prompt=${encodeURIComponent(prompt)}`;
}
