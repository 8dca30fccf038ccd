import type { Sound } from "../encode/audio-track.ts";
import { type Random, randomFrom } from "../scene/random.ts";
import type { Scene, TimeOfDay } from "../scene/scene.ts";
import { type Mix, master, silence } from "./mix.ts";
import { addChirps, addCrickets, addNoise, addPad, addPluck } from "./voices.ts";

/** The sound of a scene: its place and weather as noise, its creatures, and a few slow chords for its hour. */
export function makeAmbience(scene: Scene, durationSeconds: number): Sound {
  const mix = silence(durationSeconds);
  const random = randomFrom(`sound ${scene.seed}`);
  addPlace(mix, scene, random);
  addWeather(mix, scene, random);
  addCreatures(mix, scene, random);
  addChords(mix, scene, random);
  return master(mix);
}

function addPlace(mix: Mix, { ground, backdrop, isWinter }: Scene, random: Random): void {
  if (backdrop === "deep")
    addNoise(mix, random, { lowHz: 30, highHz: 240, level: 1.5, swellSeconds: 6, depth: 0.5 });
  else if (ground === "water")
    addNoise(mix, random, { lowHz: 90, highHz: 1_500, level: 0.5, swellSeconds: 4.2, depth: 0.85 });
  if (backdrop === "city")
    addNoise(mix, random, { lowHz: 40, highHz: 210, level: 0.8, swellSeconds: 8, depth: 0.3 });
  if (backdrop === "dunes" || backdrop === "mountains" || backdrop === "hills" || isWinter) {
    addNoise(mix, random, { lowHz: 120, highHz: 520, level: 0.45, swellSeconds: 5.5, depth: 0.8 });
  }
  if (backdrop === "forest")
    addNoise(mix, random, { lowHz: 900, highHz: 3_600, level: 0.14, swellSeconds: 4.8, depth: 0.8 });
}

function addWeather(mix: Mix, { weather }: Scene, random: Random): void {
  if (weather === "rain" || weather === "storm") {
    addNoise(mix, random, { lowHz: 1_100, highHz: 7_000, level: 0.32, swellSeconds: 3, depth: 0.2 });
  }
  if (weather === "storm")
    addNoise(mix, random, { lowHz: 24, highHz: 90, level: 3, swellSeconds: 4, depth: 0.95 });
  if (weather === "snow")
    addNoise(mix, random, { lowHz: 260, highHz: 900, level: 0.22, swellSeconds: 6, depth: 0.7 });
}

function addCreatures(mix: Mix, { time, ground, weather, backdrop, isWinter }: Scene, random: Random): void {
  const isGreen = ground === "meadow" && !isWinter;
  if (isGreen && (time === "night" || time === "dusk")) addCrickets(mix, random);
  const hasBirds =
    weather === "clear" && (time === "dawn" || time === "day") && backdrop !== "deep" && backdrop !== "stars";
  if (!hasBirds) return;
  for (let at = random.between(0.4, 1.4); at < mix.seconds - 0.8; at += random.between(0.9, 2.4)) {
    addChirps(mix, random, { at, pan: random.between(-0.8, 0.8) });
  }
}

/** Semitones above the root; open and without tension. */
const CHORDS: Readonly<Record<TimeOfDay, readonly (readonly number[])[]>> = {
  dawn: [
    [0, 7, 12, 16],
    [5, 9, 12, 16],
  ],
  day: [
    [0, 7, 12, 16],
    [-3, 4, 9, 12],
    [5, 9, 12, 17],
  ],
  sunset: [
    [0, 7, 11, 16],
    [-3, 4, 7, 12],
    [5, 9, 12, 16],
  ],
  dusk: [
    [-3, 4, 7, 12],
    [-7, 0, 5, 9],
  ],
  night: [
    [-3, 4, 7, 11],
    [-7, 0, 4, 9],
  ],
};

const CHORD_SECONDS = 4.6;
const PENTATONIC = [0, 2, 4, 7, 9, 12, 14, 16] as const;

function addChords(mix: Mix, { time }: Scene, random: Random): void {
  const root = 146.83 * 2 ** (random.integer(-3, 3) / 12);
  const hertz = (semitones: number) => root * 2 ** (semitones / 12);
  const chords = CHORDS[time];
  for (let index = 0; index * CHORD_SECONDS * 0.72 < mix.seconds; index += 1) {
    const at = index * CHORD_SECONDS * 0.72 - 0.3;
    (chords[index % chords.length] ?? []).forEach((semitones, voice) => {
      addPad(mix, {
        at,
        seconds: CHORD_SECONDS,
        hertz: hertz(semitones),
        level: 0.026 - voice * 0.003,
        pan: (voice - 1.5) * 0.4,
      });
    });
  }
  for (let at = random.between(0.6, 1.2); at < mix.seconds - 0.9; at += random.pick([0.6, 0.9, 1.2, 1.8])) {
    const note = hertz(random.pick(PENTATONIC) + 12);
    addPluck(mix, {
      at,
      seconds: 2.4,
      hertz: note,
      level: random.between(0.02, 0.045),
      pan: random.between(-0.5, 0.5),
    });
  }
}
