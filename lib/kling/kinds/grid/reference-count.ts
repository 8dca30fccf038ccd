import { MAX_ELEMENTS } from "../../limits.ts";
import { countAt, type Exclusion } from "./exclusions.ts";

/** Pictures and elements together (off-26b §4.1, §4.2). */
export const REFERENCE_COUNT: Exclusion = {
  code: "too_many_references",
  axis: "elements",
  isBroken: (point) => countAt(point, "images") + countAt(point, "elements") > MAX_ELEMENTS,
  message: {
    zh: `参考图与主体合计不能超过 ${MAX_ELEMENTS} 个`,
    en: `Pictures and elements together must not exceed ${MAX_ELEMENTS}`,
  },
};
