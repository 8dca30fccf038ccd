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

/** How much of a sound each channel gets; -1 is left and 1 is right, at equal power. */
export type Place = { left: number; right: number };

export function placed(pan: number): Place {
  const angle = ((pan + 1) * Math.PI) / 4;
  return { left: Math.cos(angle), right: Math.sin(angle) };
}

/** Adds one sample. Times before the beginning and after the end are dropped. */
export function addAt({ left, right }: Mix, index: number, sample: number, place: Place): void {
  if (index < 0 || index >= left.length) return;
  left[index] = (left[index] ?? 0) + sample * place.left;
  right[index] = (right[index] ?? 0) + sample * place.right;
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
