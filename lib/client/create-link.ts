import { type ClipKind, isClipKind, type TaskKind } from "#lib/kling/task-kinds.ts";

/** The address of the Create screen for each kind: `/create/<slug>`. */
export const CREATE_SLUGS: Readonly<Record<ClipKind, string>> = {
  text2video: "text-to-video",
  image2video: "image-to-video",
};

type Made = { readonly id: string; readonly kind: TaskKind; readonly modelName: string };

/**
 * Opens the form filled with the settings of an old task; null for a kind that has no form, and for a clip that was made
 * elsewhere: nobody knows its settings.
 */
export function settingsLink({ id, kind, modelName }: Made): string | null {
  return isClipKind(kind) && modelName !== "" ? `/create/${CREATE_SLUGS[kind]}?from=${id}` : null;
}

/** Opens the form with this prompt. */
export function promptLink(prompt: string): string {
  return `/create/${CREATE_SLUGS.text2video}?prompt=${encodeURIComponent(prompt)}`;
}

/** Every kind that has a form, by its address; wider than `CREATE_SLUGS` says, so that a link appears with its form. */
const SLUGS: Readonly<Partial<Record<TaskKind, string>>> = CREATE_SLUGS;

/** Opens the effects form with this scene chosen; null while there is no such form. */
export function effectLink(scene: string): string | null {
  const slug = SLUGS.effects;
  return slug === undefined ? null : `/create/${slug}?scene=${encodeURIComponent(scene)}`;
}
