import { MAX_PROMPT_CHARACTERS } from "../limits.ts";
import type { ElementsField, FlagField, PromptField } from "./field.ts";

/** Fields that many kinds share, in the words that people know them by. */

/** The prompt of most kinds. */
export function promptField(options: Pick<PromptField, "placeholder"> & Partial<PromptField>): PromptField {
  return {
    type: "prompt",
    path: "prompt",
    label: { zh: "提示词", en: "Prompt" },
    maxCharacters: MAX_PROMPT_CHARACTERS,
    ...options,
  };
}

export function negativePromptField(options: Partial<PromptField> = {}): PromptField {
  return {
    type: "prompt",
    path: "negative_prompt",
    label: { zh: "反向提示词", en: "Negative prompt" },
    placeholder: { zh: "不希望出现的内容…", en: "What should not be in it…" },
    maxCharacters: MAX_PROMPT_CHARACTERS,
    ...options,
  };
}

export function elementsField(options: Pick<ElementsField, "max"> & Partial<ElementsField>): ElementsField {
  return {
    type: "elements",
    path: "element_list",
    axis: "elements",
    label: { zh: "主体", en: "Elements" },
    ...options,
  };
}

/** A mark on the result, beside a copy without it (off-26 §1.8). */
export const WATERMARK_FIELD: FlagField = {
  type: "flag",
  path: "watermark_info.enabled",
  label: { zh: "添加水印", en: "Watermark" },
  on: true,
};
