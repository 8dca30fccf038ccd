/** How a sound is written so that it stays below a weight. */
export type SoundPlan = {
  readonly mime: "audio/mp4" | "audio/wav";
  /** Samples a second of a WAV; 0 leaves them as they are. */
  readonly sampleRate: number;
  readonly channels: 1 | 2;
  readonly bitsPerSecond: number;
};

/** What is left for headers and for an encoder that overshoots. */
export const WEIGHT_MARGIN = 0.95;

const AAC_BITS_PER_SECOND = 128_000;
const BITS_PER_SAMPLE = 16;

/** From stereo as studios record it down to speech that is still clear; below that a sound is shortened instead. */
const WAV_FORMS = [
  { sampleRate: 48_000, channels: 2 },
  { sampleRate: 48_000, channels: 1 },
  { sampleRate: 32_000, channels: 1 },
  { sampleRate: 24_000, channels: 1 },
  { sampleRate: 16_000, channels: 1 },
] as const;

const LEAST_WAV_BITS_PER_SECOND = 16_000 * BITS_PER_SAMPLE;

/** The best form in which so many seconds of sound weigh no more than `maxBytes`; null when no form is light enough. */
export function planSound(
  mime: SoundPlan["mime"],
  { seconds, maxBytes = Number.POSITIVE_INFINITY }: { seconds: number; maxBytes?: number | undefined },
): SoundPlan | null {
  const mostBits = (maxBytes * 8 * WEIGHT_MARGIN) / Math.max(seconds, 0.1);
  if (mime === "audio/mp4") {
    const bitsPerSecond = Math.min(AAC_BITS_PER_SECOND, Math.floor(mostBits));
    return { mime, sampleRate: 0, channels: 2, bitsPerSecond };
  }
  const form = WAV_FORMS.find(
    ({ sampleRate, channels }) => sampleRate * channels * BITS_PER_SAMPLE <= mostBits,
  );
  if (form === undefined) return null;
  return { mime, ...form, bitsPerSecond: form.sampleRate * form.channels * BITS_PER_SAMPLE };
}

/** How many seconds of sound of this type can be light enough at all. */
export function mostSecondsOf(mime: SoundPlan["mime"], maxBytes: number | undefined): number {
  if (mime === "audio/mp4" || maxBytes === undefined) return Number.POSITIVE_INFINITY;
  return Math.floor((maxBytes * 8 * WEIGHT_MARGIN) / LEAST_WAV_BITS_PER_SECOND);
}
