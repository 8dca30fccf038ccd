import type { Random } from "../scene/random.ts";
import { addAt, type Mix, placed, SAMPLE_RATE } from "./mix.ts";
import { filteredNoise } from "./noise.ts";

type Band = { lowHz: number; highHz: number; level: number; swellSeconds: number; depth: number };

/** Noise that swells and sinks: surf, wind, rain, the hum of a city. Both channels have their own noise, and so it is wide. */
export function addNoise(
  mix: Mix,
  random: Random,
  { lowHz, highHz, level, swellSeconds, depth }: Band,
): void {
  for (const place of [placed(-0.85), placed(0.85)]) {
    const noise = filteredNoise(random, { lowHz, highHz, sampleRate: SAMPLE_RATE });
    const phase = random.between(0, Math.PI * 2);
    const speed = (Math.PI * 2) / (swellSeconds * random.between(0.85, 1.15));
    for (let index = 0; index < mix.left.length; index += 1) {
      const seconds = index / SAMPLE_RATE;
      const swell = 1 - depth + depth * (0.5 + 0.5 * Math.sin(seconds * speed + phase)) ** 2;
      addAt(mix, index, noise() * level * swell, place);
    }
  }
}

type Note = { at: number; seconds: number; hertz: number; level: number; pan: number };

/** A soft string-like tone with a slow beginning: three slightly detuned voices and a faint octave. */
export function addPad(mix: Mix, { at, seconds, hertz, level, pan }: Note): void {
  const start = Math.round(at * SAMPLE_RATE);
  const length = Math.round(seconds * SAMPLE_RATE);
  const place = placed(pan);
  for (let index = 0; index < length; index += 1) {
    const share = index / length;
    const envelope = Math.sin(Math.PI * Math.min(1, share * 1.02)) ** 1.4;
    const turn = (2 * Math.PI * hertz * index) / SAMPLE_RATE;
    const tone =
      Math.sin(turn) +
      0.6 * Math.sin(turn * 1.003 + 1) +
      0.6 * Math.sin(turn * 0.997 + 2) +
      0.16 * Math.sin(turn * 2 + 0.5);
    addAt(mix, start + index, tone * envelope * level, place);
  }
}

/** A small bell or plucked string that dies away. */
export function addPluck(mix: Mix, { at, seconds, hertz, level, pan }: Note): void {
  const start = Math.round(at * SAMPLE_RATE);
  const length = Math.round(seconds * SAMPLE_RATE);
  const place = placed(pan);
  for (let index = 0; index < length; index += 1) {
    const age = index / SAMPLE_RATE;
    const attack = Math.min(1, age / 0.006);
    const turn = 2 * Math.PI * hertz * age;
    const tone = Math.sin(turn) * Math.exp(-age * 2.2) + 0.35 * Math.sin(turn * 2.01) * Math.exp(-age * 4.5);
    addAt(mix, start + index, tone * attack * level, place);
  }
}

/** A bird's phrase: a few whistles that glide. */
export function addChirps(mix: Mix, random: Random, { at, pan }: { at: number; pan: number }): void {
  const base = random.between(2_300, 3_900);
  const count = random.integer(2, 5);
  let clock = at;
  for (let chirp = 0; chirp < count; chirp += 1) {
    const seconds = random.between(0.05, 0.12);
    const glide = random.between(-0.25, 0.35);
    addWhistle(mix, { at: clock, seconds, hertz: base * random.between(0.9, 1.15), glide, pan });
    clock += seconds + random.between(0.03, 0.1);
  }
}

type Whistle = { at: number; seconds: number; hertz: number; glide: number; pan: number };

function addWhistle(mix: Mix, { at, seconds, hertz, glide, pan }: Whistle): void {
  const start = Math.round(at * SAMPLE_RATE);
  const length = Math.round(seconds * SAMPLE_RATE);
  const place = placed(pan);
  let turn = 0;
  for (let index = 0; index < length; index += 1) {
    const share = index / length;
    turn += (2 * Math.PI * hertz * (1 + glide * share)) / SAMPLE_RATE;
    addAt(mix, start + index, Math.sin(turn) * Math.sin(Math.PI * share) ** 2 * 0.05, place);
  }
}

/** Crickets: a high tone in short even pulses. */
export function addCrickets(mix: Mix, random: Random): void {
  for (const place of [placed(-0.6), placed(0.1), placed(0.7)]) {
    const hertz = random.between(3_900, 4_700);
    const rate = random.between(13, 17);
    const offset = random.next() * 2;
    for (let index = 0; index < mix.left.length; index += 1) {
      const seconds = index / SAMPLE_RATE;
      const song = (seconds * 0.55 + offset) % 1 < 0.5 ? 1 : 0;
      const pulse = Math.max(0, Math.sin(2 * Math.PI * rate * seconds)) ** 3;
      addAt(mix, index, Math.sin(2 * Math.PI * hertz * seconds) * pulse * song * 0.011, place);
    }
  }
}
