import type { Sound } from "../encode/audio-track.ts";

export const SAMPLE_RATE = 48_000;

/** A sound in the making: two channels that voices add themselves to. */
export type Mix = Sound & { seconds: number };

export function silence(seconds: number): Mix {
  const length = Math.max(1, Math.round(seconds * SAMPLE_RATE));
  return {
    left: new Float32Array(length),
    right: new Float32Array(length),
    sampleRate: SAMPLE_RATE,
    seconds,
  };
}

/** Adds one sample at a place, -1 is left and 1 is right; equal power. Places beyond the end are dropped. */
export function addAt(mix: Mix, index: number, sample: number, pan: number): void {
  if (index < 0 || index >= mix.left.length) return;
  const angle = ((pan + 1) * Math.PI) / 4;
  mix.left[index] = (mix.left[index] ?? 0) + sample * Math.cos(angle);
  mix.right[index] = (mix.right[index] ?? 0) + sample * Math.sin(angle);
}

const PEAK = 0.5;
const FADE_IN_SECONDS = 0.5;
const FADE_OUT_SECONDS = 0.9;

/** Brings the loudest sample to a fixed level, so that nothing clips, and fades both ends. */
export function master(mix: Mix): Sound {
  let peak = 1e-6;
  for (const channel of [mix.left, mix.right])
    for (const sample of channel) peak = Math.max(peak, Math.abs(sample));
  const gain = PEAK / peak;
  const length = mix.left.length;
  for (const channel of [mix.left, mix.right]) {
    for (let index = 0; index < length; index += 1) {
      const fade = Math.min(
        1,
        index / (FADE_IN_SECONDS * SAMPLE_RATE),
        (length - index) / (FADE_OUT_SECONDS * SAMPLE_RATE),
      );
      channel[index] = (channel[index] ?? 0) * gain * fade * fade * (3 - 2 * fade);
    }
  }
  return { left: mix.left, right: mix.right, sampleRate: mix.sampleRate };
}
