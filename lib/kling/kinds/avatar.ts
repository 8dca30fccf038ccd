import type { Mode } from "../fields.ts";
import { MAX_PROMPT_CHARACTERS } from "../limits.ts";
import { SHORT_SIDE_PX, scaleToShortSide } from "../output.ts";
import type { AvatarRequest } from "../requests/avatar.ts";
import { refusalsFrom } from "./grid/claims.ts";
import type { MapCell } from "./grid/grid.ts";
import { modeAxis } from "./grid/video-axes.ts";
import { defineKind } from "./kind.ts";
import { LENGTH_UNKNOWN, listedPrice, PRICE_PAGE } from "./price/listed-price.ts";
import { secondsAt, sizeAt } from "./rules/facts.ts";
import { exactlyOne, missing } from "./rules/field-rules.ts";
import { fitsText } from "./rules/text-rules.ts";
import { ASSUMED_FPS } from "./size/frame-size.ts";

const SOUND_PATHS = ["sound_file", "audio_id"] as const;

/** off-26 §3.9; `4k` is a mode of clips only. */
const CELLS: readonly MapCell[] = [
  {
    feature: "mode",
    where: { mode: ["std", "pro"] },
    support: "yes",
    evidence: "documented",
    source: "off-26 §3.9",
  },
];

/** The page says 0.4 and 0.8 a second; a live clip of 12.27 s was charged 4.4 (§9). */
const UNITS_PER_SECOND: Readonly<Partial<Record<Mode, number>>> = { std: 0.4, pro: 0.8 };

/** What a sound of unknown length is taken for. Ours. */
const UNKNOWN_SOUND_SECONDS = 5;

/** A pictured person who speaks a sound; the clip is as long as the sound (off-26 §3.9). */
export const avatar = defineKind<AvatarRequest>({
  kind: "avatar",
  product: "video",
  answers: "task",
  defaults: {},
  grid: {
    axes: [modeAxis(["std", "pro"])],
    defaults: { mode: "std" },
    cells: CELLS,
    refusals: refusalsFrom(CELLS, [
      {
        feature: "mode",
        axis: "mode",
        message: () => ({ zh: "数字人没有 4K 模式", en: "Avatars have no 4K mode" }),
      },
    ]),
  },
  pointOf: ({ mode = "std" }) => ({ mode }),
  rules: (request) => [
    ...(request.image ? [] : [missing("image", { zh: "请添加人物图片", en: "Add a picture of the person" })]),
    ...exactlyOne(request, ["audio_id", "sound_file"]),
    ...fitsText("prompt", request.prompt, MAX_PROMPT_CHARACTERS),
  ],
  price: ({ mode = "std" }, facts) => {
    const seconds = secondsAt(facts, ...SOUND_PATHS);
    const rate = UNITS_PER_SECOND[mode];
    if (seconds === undefined || rate === undefined) return LENGTH_UNKNOWN;
    return listedPrice(seconds * rate, { ...PRICE_PAGE, uncertain: true });
  },
  output: ({ mode = "std" }, facts) => {
    const shape = sizeAt(facts, "image") ?? { widthPx: 16, heightPx: 9 };
    const size = scaleToShortSide(shape, SHORT_SIDE_PX[mode === "std" ? "720p" : "1080p"]);
    const durationSeconds = secondsAt(facts, ...SOUND_PATHS) ?? UNKNOWN_SOUND_SECONDS;
    return {
      videos: [{ ...size, fps: ASSUMED_FPS, durationSeconds, hasSound: true }],
      images: [],
      audios: [],
    };
  },
});
