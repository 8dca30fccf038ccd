import { documentedCell as cell } from "../grid/claims.ts";
import type { MapCell } from "../grid/grid.ts";

/** Which model of `/v1/images/generations` does what (api-reference §4.1, §6.3); what no row grants is refused. */
export const IMAGE_GENERATION_CELLS: readonly MapCell[] = [
  cell("generation", { model_name: ["kling-v1", "kling-v1-5", "kling-v2", "kling-v2-new"] }, "off-25 §4.1"),
  cell("generation", { model_name: ["kling-v2-1"] }, "off-25, off-26b §4.1"),
  cell("generation", { model_name: ["kling-v3"] }, "off-26b §4.1"),

  cell("text_to_image", { model_name: ["kling-v1"] }, "S000, off-25 §6.3"),
  cell("text_to_image", { model_name: ["kling-v1-5", "kling-v2"] }, "S000, off-25 §6.3"),
  cell("text_to_image", { model_name: ["kling-v2-1", "kling-v3"] }, "off-26b §4.1, capmap"),

  cell("image_to_image", { model_name: ["kling-v1"] }, "S000, off-25 §6.3 (general reference)"),
  {
    ...cell("image_to_image", { model_name: ["kling-v2"] }, "off-25 (restyle) over S000 (none), §10.5 #3"),
    evidence: "contradicted",
  },
  cell("image_to_image", { model_name: ["kling-v2-new"] }, "off-25 §6.3 (restyle only)"),
  {
    ...cell(
      "image_to_image",
      { model_name: ["kling-v2-1"] },
      "price (v2-1 i2i); capmap lists subject and face",
    ),
    evidence: "contradicted",
  },
  cell("image_to_image", { model_name: ["kling-v3"] }, "capmap (single)"),

  cell("subject_reference", { model_name: ["kling-v1-5"] }, "S000, off-25 §6.3"),
  cell("subject_reference", { model_name: ["kling-v2-1"] }, "off-26b §4.1, capmap"),
  cell("face_reference", { model_name: ["kling-v1-5"] }, "S000, off-25 §6.3"),
  cell("face_reference", { model_name: ["kling-v2-1"] }, "off-26b §4.1, capmap"),

  cell("elements", { model_name: ["kling-v3"] }, "off-26b §4.1, capmap"),

  cell("resolution", { resolution: ["1k"] }, "S000, off-25 §6.3"),
  cell("resolution", { model_name: ["kling-v2"], images: [0], resolution: ["2k"] }, "off-25 §6.3 (t2i)"),
  cell("resolution", { model_name: ["kling-v2-1", "kling-v3"], resolution: ["2k"] }, "off-25, capmap §6.3"),

  cell("aspect_ratio", {}, "off-25 §6.3"),
  {
    ...cell(
      "aspect_ratio",
      { model_name: ["kling-v1"], aspect_ratio: ["21:9"] },
      "S000, off-25 §6.3 (7 ratios)",
    ),
    support: "no",
  },
  {
    ...cell(
      "aspect_ratio",
      { model_name: ["kling-v2", "kling-v2-new"], images: [1] },
      "off-25 §6.3 (restyle: the size follows the picture)",
    ),
    support: "ignored",
  },
];
