import { EXPANSION_FIELDS, EXPANSION_LIMITS, type Expansion, factorsOf } from "../expansion.ts";
import { MAX_PROMPT_CHARACTERS } from "../limits.ts";
import type { ExpandRequest } from "../requests/expand.ts";
import type { Violation } from "../violation.ts";
import { modelIndependent } from "./grid/claims.ts";
import { COUNT_AXIS } from "./grid/image-axes.ts";
import { defineKind } from "./kind.ts";
import { listedImagePrice } from "./price/listed-price.ts";
import { sizeAt } from "./rules/facts.ts";
import { limit, missing } from "./rules/field-rules.ts";
import { fitsText } from "./rules/text-rules.ts";
import { atMost4k, pictureSize } from "./size/picture-size.ts";

const { maxAreaFactor: MAX_AREA_FACTOR, maxRatio: MAX_RATIO } = EXPANSION_LIMITS;

const UNITS_PER_PICTURE = 8;

const RATIO_FIELDS = Object.values(EXPANSION_FIELDS);

/** A picture that goes on beyond its edges (off-25 §4.2). */
export const expand = defineKind<ExpandRequest>({
  kind: "expand",
  product: "image",
  answers: "task",
  defaults: Object.fromEntries(RATIO_FIELDS.map((name) => [name, 0])),
  grid: { axes: [COUNT_AXIS], defaults: { n: 1 }, ...modelIndependent("off-25 §4.2") },
  pointOf: ({ n = 1 }) => ({ n }),
  rules: (request) => [
    ...(request.image ? [] : [missing("image", { zh: "请添加图片", en: "Add a picture" })]),
    ...RATIO_FIELDS.flatMap((name) => ratioRules(name, request[name])),
    ...areaRules(request),
    ...fitsText("prompt", request.prompt, MAX_PROMPT_CHARACTERS),
  ],
  price: ({ n = 1 }) => listedImagePrice(UNITS_PER_PICTURE * n),
  output: (request, facts) => {
    const { widthPx, heightPx } = sizeAt(facts, "image") ?? pictureSize("1:1");
    const { across, down } = factors(request);
    const size = atMost4k({ widthPx: widthPx * across, heightPx: heightPx * down });
    return { videos: [], images: Array.from({ length: request.n ?? 1 }, () => size), audios: [] };
  },
});

function factors(request: ExpandRequest): ReturnType<typeof factorsOf> {
  const expansion: Expansion = {
    up: request.up_expansion_ratio,
    down: request.down_expansion_ratio,
    left: request.left_expansion_ratio,
    right: request.right_expansion_ratio,
  };
  return factorsOf(expansion);
}

function ratioRules(name: (typeof RATIO_FIELDS)[number], ratio: number): readonly Violation[] {
  if (ratio >= 0 && ratio <= MAX_RATIO) return [];
  const message = { zh: `取值在 0 到 ${MAX_RATIO} 之间`, en: `Between 0 and ${MAX_RATIO}` };
  return [limit(name, "expansion_out_of_range", message)];
}

function areaRules(request: ExpandRequest): readonly Violation[] {
  const { across, down } = factors(request);
  // A sum such as 0.1 + 0.2 is a hair above what was meant.
  if (across * down <= MAX_AREA_FACTOR + 1e-9) return [];
  const found = limit("up_expansion_ratio", "expansion_too_large", {
    zh: `扩展后的面积不能超过原图的 ${MAX_AREA_FACTOR} 倍`,
    en: `The whole must not exceed ${MAX_AREA_FACTOR} times the picture's area`,
  });
  const label = { zh: "按比例缩小扩展范围", en: "Shrink all four in proportion" };
  return [{ ...found, fix: { label, patch: shrunk(request) } }];
}

/** All four ratios times the largest share that fits: the root of (1 + a·share)(1 + b·share) = 3, rounded down. */
function shrunk(request: ExpandRequest): Readonly<Record<string, number>> {
  const { across, down } = factors(request);
  const [a, b] = [across - 1, down - 1];
  const share =
    a * b === 0
      ? (MAX_AREA_FACTOR - 1) / (a + b)
      : (Math.sqrt((a + b) ** 2 + 4 * a * b * (MAX_AREA_FACTOR - 1)) - (a + b)) / (2 * a * b);
  return Object.fromEntries(
    RATIO_FIELDS.map((name) => [name, Math.floor(request[name] * share * 100) / 100]),
  );
}
