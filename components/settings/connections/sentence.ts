import type { Localized } from "#lib/shared/localized.ts";

/** Explanations come without their full stop, so that they can stand alone. */
export function sentence({ zh, en }: Localized): Localized {
  return { zh: `${zh}。`, en: `${en}.` };
}
