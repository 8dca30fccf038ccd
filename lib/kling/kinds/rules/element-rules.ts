import type { Violation } from "../../violation.ts";
import { listedPrice } from "../price/listed-price.ts";
import { fitsText, needsText } from "./text-rules.ts";

/** off-26 §4.3; one gateway allows ten characters only (S003, §10.5 #26). */
export const MAX_NAME_CHARACTERS = 20;
export const MAX_DESCRIPTION_CHARACTERS = 100;

/** Name and description of an element of either library. */
export function elementTextRules({
  element_name,
  element_description,
}: {
  readonly element_name: string;
  readonly element_description: string;
}): readonly Violation[] {
  return [
    ...needsText("element_name", element_name, { zh: "请填写名称", en: "Give it a name" }),
    ...fitsText("element_name", element_name, MAX_NAME_CHARACTERS),
    ...needsText("element_description", element_description, { zh: "请填写描述", en: "Describe it" }),
    ...fitsText("element_description", element_description, MAX_DESCRIPTION_CHARACTERS),
  ];
}

/** "Creating an image element cost 0 units" (live); no page lists elements. */
export const IMAGE_ELEMENT_PRICE = listedPrice(0, {
  source: "live (§4.3)",
  asOf: "2026-09-30",
  uncertain: true,
});
