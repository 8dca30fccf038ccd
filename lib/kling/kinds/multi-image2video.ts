import { DEFAULT_DURATION, DEFAULT_MODE } from "../fields.ts";
import type { MultiImage2VideoRequest } from "../requests/multi-image2video.ts";
import type { MapCell } from "./grid/grid.ts";
import { countAxis, durationAxis, modeAxis, modelAxis, RATIO_AXIS } from "./grid/video-axes.ts";
import { defineKind } from "./kind.ts";
import { videoRefusals } from "./map/generation.ts";
import { listedPrice, unlistedPrice } from "./price/listed-price.ts";
import { referenceViolations } from "./rules/prompt-references.ts";
import { needsText, PROMPT_REQUIRED } from "./rules/text-rules.ts";
import { ASSUMED_FPS, frameSize } from "./size/frame-size.ts";
import { ratioSides } from "./size/picture-size.ts";

const CELLS: readonly MapCell[] = [
  {
    feature: "generation",
    where: { model_name: ["kling-v1-6"], mode: ["std", "pro"], duration: ["5", "10"] },
    support: "yes",
    evidence: "documented",
    source: "off-26 §3.3, §6.2",
  },
];

/** Units per second of kling-v1-6: the book lists the model and not this endpoint. */
const RATES = { std: 0.4, pro: 0.7, "4k": undefined } as const;

/** A clip of up to four pictured subjects (off-26 §3.3). */
export const multiImage2video = defineKind<MultiImage2VideoRequest>({
  kind: "multi-image2video",
  product: "video",
  answers: "task",
  defaults: { model_name: "kling-v1-6", duration: DEFAULT_DURATION },
  grid: {
    axes: [
      modelAxis(["kling-v1-6"]),
      modeAxis(["std", "pro"]),
      durationAxis(["5", "10"]),
      RATIO_AXIS,
      countAxis("images", { zh: "参考图", en: "Pictures" }, { path: "image_list", max: 4 }),
    ],
    defaults: { model_name: "kling-v1-6", mode: "std", duration: "5", aspect_ratio: "16:9", images: 0 },
    cells: CELLS,
    refusals: videoRefusals({ kind: "multi-image2video", cells: CELLS }),
  },
  pointOf: ({ model_name, mode, duration, aspect_ratio, image_list }) => ({
    model_name,
    mode: mode ?? DEFAULT_MODE,
    duration,
    aspect_ratio: aspect_ratio ?? "16:9",
    images: image_list.length,
  }),
  rules: ({ prompt, image_list }) => [
    ...needsText("prompt", prompt, PROMPT_REQUIRED),
    ...referenceViolations([{ path: "prompt", text: prompt }], {
      image: image_list.length,
      element: 0,
      video: 0,
      voice: 0,
    }),
  ],
  price: ({ model_name, mode = DEFAULT_MODE, duration }) => {
    const rate = RATES[mode];
    const isListed = model_name === "kling-v1-6" && (duration === "5" || duration === "10");
    if (!isListed || rate === undefined) return UNLISTED;
    return listedPrice(rate * Number(duration), {
      source: "comfy-price (§9), the model's own rate",
      asOf: "2026-09-30",
      uncertain: true,
    });
  },
  output: ({ model_name, mode, duration, aspect_ratio = "16:9" }) => ({
    videos: [
      {
        ...frameSize(ratioSides(aspect_ratio), model_name, mode),
        fps: ASSUMED_FPS,
        durationSeconds: Number(duration),
        hasSound: false,
      },
    ],
    images: [],
    audios: [],
  }),
});

const UNLISTED = unlistedPrice({
  zh: "多图参考生视频的该组合没有公开价格",
  en: "No price is published for this combination",
});
