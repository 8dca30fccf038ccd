import { IMAGE_MODEL_NAMES } from "#lib/kling/image-models.ts";
import { MODELS } from "#lib/kling/models.ts";
import type { Localized } from "#lib/shared/localized.ts";

const NAMES: Readonly<Record<string, { readonly name: Localized } | undefined>> = MODELS;
const IMAGE_NAMES: Readonly<Record<string, Localized | undefined>> = IMAGE_MODEL_NAMES;

/** What people call a model of whichever kind of task; null for kinds that let nobody choose one. */
export function modelWords(id: string): Localized | null {
  if (id === "") return null;
  return NAMES[id]?.name ?? IMAGE_NAMES[id] ?? { zh: id, en: id };
}
