import type { Violation } from "../../violation.ts";
import { findVoice } from "../../voices.ts";
import { namedAxis } from "../grid/named-axis.ts";
import { missing, unsupported } from "./field-rules.ts";

export const LANGUAGE_AXIS = namedAxis(
  "voice_language",
  { zh: "语言", en: "Language" },
  { zh: { zh: "中文", en: "Chinese" }, en: { zh: "英文", en: "English" } },
);

/** `voice_speed` (off-26 §3.12, comfy-oas §3.7). */
export const SPEEDS = { min: 0.8, max: 2 } as const;

/**
 * A voice of the catalogue of §8. The server answers 1201 to any other, also to custom voices and to those of
 * presets-voices (live, §4.4); but the list reached us through a third party, so the policy may let others pass.
 */
export function voiceRules(path: string, voiceId: string | undefined): readonly Violation[] {
  if (!voiceId) return [missing(path, { zh: "请选择音色", en: "Choose a voice" })];
  if (findVoice(voiceId) !== undefined) return [];
  const message = {
    zh: "该音色不在语音合成的音色表中",
    en: "This voice is not in the catalogue of spoken voices",
  };
  return [unsupported(path, "voice_unknown", message)];
}
