import { MAX_ELEMENTS } from "../limits.ts";
import type { Violation } from "../violation.ts";
import { limit } from "./field-rules.ts";

/** Pictures and elements together (off-26b §4.1, §4.2). */
export function referenceCountRules(
  pictures: number,
  elements: readonly unknown[] | undefined,
): readonly Violation[] {
  const attached = pictures + (elements?.length ?? 0);
  if (attached <= MAX_ELEMENTS) return [];
  const message = {
    zh: `参考图与元素合计不能超过 ${MAX_ELEMENTS} 个`,
    en: `Pictures and elements together must not exceed ${MAX_ELEMENTS}`,
  };
  return [limit(elements === undefined ? "image_list" : "element_list", "too_many_references", message)];
}
