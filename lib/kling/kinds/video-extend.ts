import type { VideoExtendRequest } from "../requests/video-extend.ts";
import type { Violation } from "../violation.ts";
import { defineKind, type FactsByPath } from "./kind.ts";
import { listedPrice } from "./price/listed-price.ts";
import { secondsAt } from "./rules/facts.ts";
import { limit } from "./rules/field-rules.ts";
import { videoLike } from "./size/video-like.ts";

/** An extension adds four to five seconds; with them a clip has at most three minutes (off-26 §3.6). */
export const ADDED_SECONDS = { min: 4, max: 5 } as const;
export const MAX_TOTAL_SECONDS = 180;

/** More of an earlier clip, by the model and mode that made it (off-26 §3.6). Nothing in it is a choice. */
export const videoExtend = defineKind<VideoExtendRequest>({
  kind: "video-extend",
  product: "video",
  answers: "task",
  defaults: {},
  grid: {
    axes: [],
    defaults: {},
    cells: [
      {
        feature: "generation",
        where: {},
        support: "yes",
        evidence: "documented",
        source: "off-26 §3.6: clips of kling-v1, kling-v1-5 and kling-v1-6 (§10.5 #6)",
      },
      // The clip's model is not in the request, so nothing can be said of it here.
      {
        feature: "negative_prompt_and_cfg_scale",
        where: {},
        support: "accepted",
        evidence: "contradicted",
        source: "off-26 §3.6 lists them; off-26 §6.2 says without effect on kling-v1 (§10.5 #5)",
      },
    ],
    refusals: () => [],
  },
  pointOf: () => ({}),
  rules: (_request, facts) => lengthRule(facts),
  price: () => listedPrice(2, { source: "comfy-price (§9)", asOf: "2026-09-30" }),
  output: (_request, facts) => ({
    videos: [{ ...videoLike(facts, ["video_id"], { hasSound: false }), durationSeconds: ADDED_SECONDS.max }],
    images: [],
    audios: [],
  }),
});

function lengthRule(facts: FactsByPath): readonly Violation[] {
  const seconds = secondsAt(facts, "video_id");
  if (seconds === undefined || seconds + ADDED_SECONDS.min <= MAX_TOTAL_SECONDS) return [];
  const message = {
    zh: "延长后的视频不能超过 3 分钟",
    en: "A clip has at most three minutes once it is extended",
  };
  const fix = { label: { zh: "换一段视频", en: "Take another clip" }, patch: { video_id: undefined } };
  return [{ ...limit("video_id", "video_too_long", message), fix }];
}
