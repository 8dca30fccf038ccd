import { MediaError } from "./media-error.ts";
import type { VideoFacts } from "./probe-video.ts";

/** What a film that people bring may be. Wider than what any model takes: that is judged with the order. Ours. */
const CODECS: readonly string[] = ["avc", "hevc", "vp9", "av1"];
const AUDIO_CODECS: readonly string[] = ["aac", "opus", "mp3"];
const MIN_SIDE_PX = 16;
const MAX_SIDE_PX = 8_192;
const MAX_PIXELS = 50_000_000;
const MAX_SECONDS = 600;
const MAX_FPS = 120;

/** @throws MediaError `unfit` */
export function refuseUnfitClip(facts: VideoFacts): void {
  const problem = problemOf(facts);
  if (problem !== null) throw new MediaError("unfit", problem);
}

function problemOf({
  codec,
  audioCodec,
  hasSound,
  widthPx,
  heightPx,
  durationSeconds,
  fps,
}: VideoFacts): string | null {
  if (!CODECS.includes(codec)) return "Its pictures are coded in a way that is not taken.";
  const isPcm = audioCodec?.startsWith("pcm-") === true;
  if (hasSound && !isPcm && !AUDIO_CODECS.includes(audioCodec ?? ""))
    return "Its sound is coded in a way that is not taken.";
  const sides = [widthPx, heightPx];
  if (sides.some((side) => !(side >= MIN_SIDE_PX && side <= MAX_SIDE_PX)) || widthPx * heightPx > MAX_PIXELS)
    return `Its pictures have ${widthPx} × ${heightPx} pixels.`;
  if (!(durationSeconds > 0 && durationSeconds <= MAX_SECONDS)) return `It lasts ${durationSeconds} seconds.`;
  if (!(fps > 0 && fps <= MAX_FPS)) return `It has ${fps} pictures a second.`;
  return null;
}
