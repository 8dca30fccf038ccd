import type { RenderedPart } from "#lib/engine/parts/part.ts";
import { frameCountOf } from "#lib/engine/render-piece.ts";
import type { SoundPart } from "#lib/engine/sound/sound-part.ts";
import { env } from "#lib/env.ts";
import type { ImagePlan, VideoPlan } from "#lib/kling/kinds/kind.ts";
import type { OutputLabel } from "#lib/kling/output-labels.ts";
import type { Recipe } from "./recipe.ts";

const SHORTEST_PX = 64;

/** H.264 takes even sides only, and the engine whole frames per second: a filmed video may have neither. */
const even = (lengthPx: number) => Math.max(SHORTEST_PX, Math.round(lengthPx / 2) * 2);

type Size = { readonly widthPx: number; readonly heightPx: number };

/** In the same shape, no larger than this studio wants its practice. */
function withinLimit({ widthPx, heightPx }: Size): Size {
  const longestPx = Math.max(widthPx, heightPx);
  const scale = Math.min(1, (env.SANDBOX_MAX_SIDE_PX ?? longestPx) / longestPx);
  return { widthPx: Math.round(widthPx * scale), heightPx: Math.round(heightPx * scale) };
}

type Clip = {
  readonly plan: VideoPlan | undefined;
  readonly parts: readonly RenderedPart[];
  readonly sounds?: readonly SoundPart[];
  readonly label?: OutputLabel;
};

/** One clip as it was planned, if this studio does not want it smaller. */
export function clip({ plan, parts, sounds = [], label = "video" }: Clip): Recipe {
  if (plan === undefined) throw new Error("no video was planned");
  const fps = Math.min(60, Math.max(1, Math.round(plan.fps)));
  const { durationSeconds } = plan;
  const file = `${label}.mp4`;
  const { widthPx, heightPx } = withinLimit(plan);
  const size = { widthPx: even(widthPx), heightPx: even(heightPx) };
  return {
    pieces: [{ make: "clip", file, parts, ...size, fps, durationSeconds, sounds }],
    files: [
      { file, label, mime: "video/mp4", durationSeconds: frameCountOf({ fps, durationSeconds }) / fps },
    ],
    result: null,
  };
}

type Still = {
  readonly parts: readonly RenderedPart[];
  readonly label: OutputLabel;
  readonly moment?: number;
};

/** Pictures of one plan each, in order; `cut out` for transparent ones, which nobody marks. */
export function stills(
  plans: readonly ImagePlan[],
  stillAt: (index: number) => Still,
  look: "marked" | "cut out" = "marked",
): Recipe {
  const [extension, mime] = look === "cut out" ? ["png", "image/png"] : ["jpg", "image/jpeg"];
  const drawn = plans.map(withinLimit).map(({ widthPx, heightPx }, index) => {
    const { parts, label, moment = 0 } = stillAt(index);
    const file = `${label}-${index + 1}.${extension}`;
    const size = { widthPx: Math.max(SHORTEST_PX, widthPx), heightPx: Math.max(SHORTEST_PX, heightPx) };
    return {
      piece: { make: "still", file, parts, ...size, moment, isMarked: look === "marked" } as const,
      made: { file, label, mime: mime ?? "", durationSeconds: null },
    };
  });
  return { pieces: drawn.map(({ piece }) => piece), files: drawn.map(({ made }) => made), result: null };
}

type SoundFiles = {
  readonly durationSeconds: number;
  readonly sounds: readonly SoundPart[];
  readonly labels: readonly ("audio_mp3" | "audio_wav" | "voice_trial")[];
};

/** One sound in the encodings that its labels name. */
export function sound({ durationSeconds, sounds, labels }: SoundFiles): Recipe {
  const files = labels.map((label) => ({
    file: `${label}.${label === "audio_wav" ? "wav" : "mp3"}`,
    label,
    mime: label === "audio_wav" ? "audio/wav" : "audio/mpeg",
    durationSeconds,
  }));
  return {
    pieces: [{ make: "sound", files: files.map(({ file }) => file), durationSeconds, sounds }],
    files,
    result: null,
  };
}

/** Places side by side in the frame, from left to right. */
export function sideBySide(count: number, { top, height }: { top: number; height: number }) {
  const gap = 0.04;
  const width = Math.min(0.4, (1 - gap * (count + 1)) / count);
  const left = (1 - count * width - (count - 1) * gap) / 2;
  return Array.from({ length: count }, (_, index) => ({
    x: left + index * (width + gap),
    y: top,
    width,
    height,
  }));
}
