import type { Mode, Sound } from "../fields.ts";

/** The one model of this gateway; quality and sound are part of its public names (S002). */
export const GENERATIONS_MODEL = "kling-v3";

export type GenerationsQuality = { readonly mode: Exclude<Mode, "4k">; readonly sound: Sound };

const QUALITIES: Readonly<Record<string, GenerationsQuality>> = {
  "kling-v3-std-silent": { mode: "std", sound: "off" },
  "kling-v3-std-audio": { mode: "std", sound: "on" },
  "kling-v3-pro-silent": { mode: "pro", sound: "off" },
  "kling-v3-pro-audio": { mode: "pro", sound: "on" },
};

export function findGenerationsQuality(name: string): GenerationsQuality | undefined {
  const lowered = name.trim().toLowerCase();
  return Object.hasOwn(QUALITIES, lowered) ? QUALITIES[lowered] : undefined;
}

export function generationsNameOf({ mode, sound }: GenerationsQuality): string {
  return `${GENERATIONS_MODEL}-${mode}-${sound === "on" ? "audio" : "silent"}`;
}
