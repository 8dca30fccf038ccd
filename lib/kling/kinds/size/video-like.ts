import type { FactsByPath, VideoPlan } from "../kind.ts";
import { secondsAt, sizeAt } from "../rules/facts.ts";

/** What a video is taken for while nothing is known of it. Ours. */
const UNKNOWN_VIDEO = { widthPx: 1280, heightPx: 720, fps: 24, durationSeconds: 5 } as const;

/** A result of the size, rate and length of the video that stands at one of these paths. */
export function videoLike(
  facts: FactsByPath,
  paths: readonly string[],
  { hasSound }: { readonly hasSound: boolean },
): VideoPlan {
  const fps = paths.map((path) => facts.get(path)?.fps).find((rate) => typeof rate === "number");
  return {
    ...(sizeAt(facts, ...paths) ?? UNKNOWN_VIDEO),
    fps: fps ?? UNKNOWN_VIDEO.fps,
    durationSeconds: secondsAt(facts, ...paths) ?? UNKNOWN_VIDEO.durationSeconds,
    hasSound,
  };
}
