import type { Localized } from "#lib/shared/localized.ts";

/** Labels of elements (off-26 §4.3; the table of S003 ends after its header). */
export const ELEMENT_TAG_IDS = [
  "o_101",
  "o_102",
  "o_103",
  "o_104",
  "o_105",
  "o_106",
  "o_107",
  "o_108",
] as const;

export type ElementTagId = (typeof ELEMENT_TAG_IDS)[number];

export const ELEMENT_TAG_NAMES: Readonly<Record<ElementTagId, Localized>> = {
  o_101: { zh: "热梗", en: "Hottest" },
  o_102: { zh: "人物", en: "Character" },
  o_103: { zh: "动物", en: "Animal" },
  o_104: { zh: "道具", en: "Item" },
  o_105: { zh: "服饰", en: "Costume" },
  o_106: { zh: "场景", en: "Scene" },
  o_107: { zh: "特效", en: "Effect" },
  o_108: { zh: "其他", en: "Others" },
};
