import { TRY_ON_MODEL_IDS } from "../image-models.ts";
import type { VirtualTryOnRequest } from "../requests/virtual-try-on.ts";
import { documentedCell, refusalsFrom } from "./grid/claims.ts";
import type { MapCell } from "./grid/grid.ts";
import { imageModelAxis, imageModelName } from "./grid/image-axes.ts";
import { presenceAxis } from "./grid/video-axes.ts";
import { defineKind } from "./kind.ts";
import { listedPrice } from "./price/listed-price.ts";
import { sizeAt } from "./rules/facts.ts";
import { missing } from "./rules/field-rules.ts";
import { atMost4k, pictureSize } from "./size/picture-size.ts";

/** Newest first. */
const MODELS = TRY_ON_MODEL_IDS.toReversed();

const UNITS_PER_CALL = 0.5;

const CELLS: readonly MapCell[] = [documentedCell("generation", { model_name: MODELS }, "off-25 §4.2")];

/**
 * A person in other clothes, as large as the picture of the person (our reading). `cloth_image` is optional on the page; an
 * upper and a lower garment side by side in it are for v1-5 (off-25 §4.2).
 */
export const virtualTryOn = defineKind<VirtualTryOnRequest>({
  kind: "virtual-try-on",
  product: "image",
  answers: "task",
  defaults: { model_name: "kolors-virtual-try-on-v1" },
  grid: {
    axes: [imageModelAxis(MODELS), presenceAxis("cloth", { zh: "服装图", en: "Clothes" })],
    defaults: { model_name: "kolors-virtual-try-on-v1", cloth: false },
    cells: CELLS,
    refusals: refusalsFrom(CELLS, [
      {
        feature: "generation",
        axis: "model_name",
        message: ({ model_name }) => {
          const name = imageModelName(model_name);
          return { zh: `${name.zh} 不支持虚拟试穿`, en: `${name.en} does not do try-on` };
        },
      },
    ]),
  },
  pointOf: ({ model_name, cloth_image }) => ({ model_name, cloth: cloth_image !== undefined }),
  rules: ({ human_image }) =>
    human_image ? [] : [missing("human_image", { zh: "请添加人物图片", en: "Add a picture of the person" })],
  price: () => listedPrice(UNITS_PER_CALL, { source: "price, comfy-price (§9)", asOf: "2026-09-30" }),
  output: (_request, facts) => {
    const person = sizeAt(facts, "human_image");
    return { videos: [], images: [person ? atMost4k(person) : pictureSize("3:4")], audios: [] };
  },
});
