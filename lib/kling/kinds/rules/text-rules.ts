import type { Localized } from "#lib/shared/localized.ts";
import { countCharacters, firstCharacters } from "../../characters.ts";
import type { Violation } from "../../violation.ts";
import { limit, missing } from "./field-rules.ts";

/** A text that a person has to write; blanks are not one. */
export function needsText(path: string, text: string | undefined, message: Localized): readonly Violation[] {
  return text?.trim() ? [] : [missing(path, message)];
}

/** A text of at most `max` code points; the fix of a text at the top of the request keeps its first ones. */
export function fitsText(path: string, text: string | undefined, max: number): readonly Violation[] {
  if (text === undefined || countCharacters(text) <= max) return [];
  const shown = max.toLocaleString("en");
  const found = limit(path, "text_too_long", {
    zh: `不能超过 ${max} 个字符`,
    en: `No longer than ${shown} characters`,
  });
  if (path.includes(".")) return [found];
  const label = { zh: `截短到 ${max} 个字符`, en: `Shorten to ${shown} characters` };
  return [{ ...found, fix: { label, patch: { [path]: firstCharacters(text, max) } } }];
}

export const PROMPT_REQUIRED: Localized = { zh: "请填写提示词", en: "Write a prompt" };
