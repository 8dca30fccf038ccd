import type { Localized } from "#lib/shared/localized.ts";

/** Explanations come without their full stop, so that they can stand alone; Chinese puts no space after one. */
export function sentences(...texts: readonly Localized[]): Localized {
  return {
    zh: texts.map(({ zh }) => `${zh}。`).join(""),
    en: texts.map(({ en }) => `${en}.`).join(" "),
  };
}
