import type { Localized } from "#lib/shared/localized.ts";
import { type Quality, qualityOf } from "./capabilities.ts";
import { DURATIONS, type Duration, type Sound } from "./fields.ts";
import { MODELS, type ModelId } from "./models.ts";
import type { ClipRequest } from "./requests/clip.ts";

export type Price =
  | {
      readonly known: true;
      /** Video units, exact to the hundredth: `1.5`, never `1.4999…`. */
      readonly units: number;
      readonly usd: number;
      /** The page or table the number is from (tags of api-reference §0). */
      readonly source: string;
      /** ISO date of that page. */
      readonly asOf: string;
      /** The source itself is in doubt: listed by analogy or by a third party only. */
      readonly uncertain: boolean;
    }
  | { readonly known: false; readonly reason: Localized };

/** What upstream charges for this request, or that nobody has published it. Never a guess. */
export function priceOf(request: ClipRequest): Price {
  const { model_name: model, mode, duration, sound = "off" } = request;
  const quality = qualityOf(model, mode);
  const rate = RATES[model]?.find((it) => it.quality === quality && it.sounds.includes(sound));
  if (!rate?.durations.includes(duration)) return { known: false, reason: notListed(model) };
  const units = rate.unitsPerSecond.hundredths * Number(duration);
  return {
    known: true,
    units: units / 100,
    usd: (units * USD_CENTS_PER_UNIT) / 10_000,
    source: rate.source,
    asOf: rate.asOf,
    uncertain: rate.uncertain ?? false,
  };
}

/** One video unit is $0.14 (price, 2026-09). */
const USD_CENTS_PER_UNIT = 14;

type Rate = {
  readonly quality: Quality;
  readonly sounds: readonly Sound[];
  /** Only these lengths are listed. */
  readonly durations: readonly Duration[];
  /** In hundredths of a unit, so that sums stay integers. Every published price is linear in seconds. */
  readonly unitsPerSecond: { readonly hundredths: number };
  readonly source: string;
  readonly asOf: string;
  readonly uncertain?: boolean;
};

type Listing = Pick<Rate, "sounds" | "durations" | "source" | "asOf">;

const FIVE_TEN = ["5", "10"] as const;
const SILENT = ["off"] as const;

const COMFY: Listing = {
  sounds: SILENT,
  durations: FIVE_TEN,
  source: "comfy-price (§9)",
  asOf: "2026-09-30",
};
const PRICE_PAGE: Listing = { sounds: SILENT, durations: FIVE_TEN, source: "price (§9)", asOf: "2026-09-30" };
const V3_SILENT: Listing = { ...PRICE_PAGE, durations: DURATIONS };
const V3_SOUND: Listing = { ...V3_SILENT, sounds: ["on"] };

/** The price book of api-reference §9 for clips from a prompt or a picture. An end frame costs nothing extra. */
const RATES: Readonly<Partial<Record<ModelId, readonly Rate[]>>> = {
  "kling-v1": [rate("std", 20, COMFY), rate("pro", 70, COMFY)],
  "kling-v1-5": [uncertain(rate("std", 40, COMFY)), uncertain(rate("pro", 70, COMFY))],
  "kling-v1-6": [rate("std", 40, COMFY), rate("pro", 70, COMFY)],
  "kling-v2-master": [rate("single", 200, COMFY)],
  "kling-v2-1": [uncertain(rate("std", 40, COMFY)), rate("pro", 70, COMFY)],
  "kling-v2-1-master": [rate("single", 200, COMFY)],
  "kling-v2-5-turbo": [rate("std", 30, PRICE_PAGE), rate("pro", 50, PRICE_PAGE)],
  "kling-v2-6": [
    rate("std", 30, PRICE_PAGE),
    rate("pro", 50, PRICE_PAGE),
    rate("pro", 100, { ...PRICE_PAGE, sounds: ["on"] }),
  ],
  "kling-v3": [
    rate("std", 60, V3_SILENT),
    rate("pro", 80, V3_SILENT),
    rate("4k", 300, V3_SILENT),
    rate("std", 90, V3_SOUND),
    rate("pro", 120, V3_SOUND),
    rate("4k", 300, V3_SOUND),
  ],
};

function rate(quality: Quality, hundredths: number, listing: Listing): Rate {
  return { quality, unitsPerSecond: { hundredths }, ...listing };
}

function uncertain(listed: Rate): Rate {
  return { ...listed, uncertain: true };
}

function notListed(model: ModelId): Localized {
  const { zh, en } = MODELS[model].name;
  return { zh: `${zh} 的该组合没有公开价格`, en: `No price is published for this combination of ${en}` };
}
