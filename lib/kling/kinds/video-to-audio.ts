import type { VideoToAudioRequest } from "../requests/video-to-audio.ts";
import { modelIndependent } from "./grid/claims.ts";
import { defineKind } from "./kind.ts";
import { listedPrice, PRICE_PAGE } from "./price/listed-price.ts";
import { exactlyOne } from "./rules/field-rules.ts";
import { fitsText } from "./rules/text-rules.ts";
import { videoLike } from "./size/video-like.ts";

const MAX_CHARACTERS = 200;
const UNITS_PER_CALL = 0.25;

/** Sound for a silent video: the video with it, and the sound alone (off-26 §3.12). */
export const videoToAudio = defineKind<VideoToAudioRequest>({
  kind: "video-to-audio",
  product: "video",
  answers: "task",
  defaults: {},
  grid: {
    axes: [
      {
        name: "asmr_mode",
        label: { zh: "ASMR 模式", en: "ASMR mode" },
        values: [false, true],
        valueLabel: (on) => (on ? { zh: "开", en: "on" } : { zh: "关", en: "off" }),
        cost: { change: 1, step: 0 },
      },
    ],
    defaults: { asmr_mode: false },
    ...modelIndependent("off-26 §3.12"),
  },
  pointOf: ({ asmr_mode = false }) => ({ asmr_mode }),
  rules: (request) => [
    ...exactlyOne(request, ["video_id", "video_url"]),
    ...fitsText("sound_effect_prompt", request.sound_effect_prompt, MAX_CHARACTERS),
    ...fitsText("bgm_prompt", request.bgm_prompt, MAX_CHARACTERS),
  ],
  price: () => listedPrice(UNITS_PER_CALL, PRICE_PAGE),
  output: (_request, facts) => {
    const video = videoLike(facts, ["video_url", "video_id"], { hasSound: true });
    return { videos: [video], images: [], audios: [{ durationSeconds: video.durationSeconds }] };
  },
});
