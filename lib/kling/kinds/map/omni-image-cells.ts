import { documentedCell as cell } from "../grid/claims.ts";
import type { MapCell } from "../grid/grid.ts";

const WITHOUT_REFERENCES = { images: [0], elements: [0] } as const;

/** Which model of `/v1/images/omni-image` does what (api-reference §4.2, §6.3); what no row grants is refused. */
export const OMNI_IMAGE_CELLS: readonly MapCell[] = [
  cell("generation", { model_name: ["kling-image-o1", "kling-v3-omni"] }, "off-26b §4.2, capmap"),
  cell("series", { model_name: ["kling-v3-omni"] }, "capmap §6.3"),
  cell("resolution", { resolution: ["1k", "2k"] }, "off-26b §4.2, capmap"),
  cell("resolution", { model_name: ["kling-v3-omni"], resolution: ["4k"] }, "off-26b §4.2, capmap"),
  {
    ...cell(
      "resolution",
      { model_name: ["kling-image-o1"], resolution: ["4k"] },
      "capmap over the enum of off-26b",
    ),
    support: "no",
    evidence: "contradicted",
  },
  cell("aspect_ratio", {}, "off-26b §4.2, capmap"),
  {
    ...cell(
      "aspect_ratio",
      { model_name: ["kling-v3-omni"], aspect_ratio: ["auto"], ...WITHOUT_REFERENCES },
      "capmap §6.3 (no auto ratio for text to image)",
    ),
    support: "no",
  },
];
