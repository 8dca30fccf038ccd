import type { Mode } from "../../fields.ts";
import type { Price } from "../../prices.ts";
import type { OmniVideoRequest } from "../../requests/omni-video.ts";
import type { FactsByPath } from "../kind.ts";
import { secondsAt } from "../rules/facts.ts";
import { LENGTH_UNKNOWN, listedPrice, PRICE_PAGE, unlistedPrice } from "./listed-price.ts";

type Rates = Readonly<Partial<Record<Mode, number>>>;

/** Units per second (price, §9). 4K has one price; that it holds beside a video is our reading. */
const RATES: Readonly<
  Record<string, { readonly silent: Rates; readonly sound: Rates; readonly video: Rates }>
> = {
  "kling-v3-omni": {
    silent: { std: 0.6, pro: 0.8, "4k": 3 },
    sound: { std: 0.8, pro: 1, "4k": 3 },
    video: { std: 0.9, pro: 1.2, "4k": 3 },
  },
  "kling-video-o1": {
    silent: { std: 0.6, pro: 0.8 },
    sound: {},
    video: { std: 0.9, pro: 1.2 },
  },
};

/** What the task costs; editing a video is billed by its rounded seconds (off-26 §3.4). */
export function omniPrice(request: OmniVideoRequest & { readonly mode: Mode }, facts: FactsByPath): Price {
  const { model_name, mode, sound, video_list } = request;
  const hasVideo = video_list !== undefined;
  const withoutVideo = sound === "on" ? "sound" : "silent";
  const rate = RATES[model_name]?.[hasVideo ? "video" : withoutVideo][mode];
  if (rate === undefined) return UNLISTED;
  const seconds = omniSeconds(request, facts);
  if (seconds === undefined) return LENGTH_UNKNOWN;
  return listedPrice(rate * Math.round(seconds), { ...PRICE_PAGE, uncertain: hasVideo && mode === "4k" });
}

/** Length of the clip: of the video that is edited, undefined while that is unknown, or as asked. */
export function omniSeconds(
  { duration, video_list }: Pick<OmniVideoRequest, "duration" | "video_list">,
  facts: FactsByPath,
): number | undefined {
  const isEdit = video_list !== undefined && video_list[0]?.refer_type !== "feature";
  return isEdit ? secondsAt(facts, "video_list[0].video_url") : Number(duration);
}

const UNLISTED = unlistedPrice({
  zh: "Omni 视频的该组合没有公开价格",
  en: "No price is published for this combination",
});
