import type { CameraMove } from "./camera.ts";
import type { Meaning } from "./lexicon.ts";
import { type Random, randomFrom } from "./random.ts";
import { type Found, readPrompt } from "./read-prompt.ts";
import type { Backdrop, Extra, Ground, Scene, Subject, SubjectKind, TimeOfDay, Weather } from "./scene.ts";

const MAX_SUBJECTS = 3;

/**
 * Turns a prompt into a scene. What the prompt leaves open is chosen to suit what it says, and by `seed`.
 * Pure: the same words and the same seed give the same scene.
 */
export function composeScene(prompt: string, seed: string): Scene {
  const found = readPrompt(prompt);
  const random = randomFrom(`scene ${seed}`);
  const subjects = subjectsOf(found);
  const place = placeOf({ found, subjects, random });
  const weather = firstOf(found, "weather") ?? "clear";
  return {
    seed,
    ...place,
    time: timeOf({ found, place, weather, random }),
    weather: place.backdrop === "stars" || place.backdrop === "deep" ? "clear" : weather,
    isWinter: place.backdrop !== "deep" && found.some(({ meaning }) => meaning.isWinter === true),
    accent: accentOf(found),
    subjects,
    extras: extrasOf(found),
    wantsOrb: found.some(({ meaning }) => meaning.orb === true),
    camera:
      firstOf(found, "camera") ??
      random.pick<CameraMove>(["push in", "drift", "pan right", "pan left", "pull out"]),
  };
}

function firstOf<Key extends keyof Meaning>(found: readonly Found[], key: Key): Meaning[Key] | undefined {
  return found.find(({ meaning }) => meaning[key] !== undefined)?.meaning[key];
}

function subjectsOf(found: readonly Found[]): Subject[] {
  const isMany = found.some(({ meaning }) => meaning.isMany === true);
  const subjects = new Map<SubjectKind, Subject>();
  for (const { meaning, isPlural } of found) {
    if (meaning.subject === undefined) continue;
    const before = subjects.get(meaning.subject)?.isMany ?? false;
    subjects.set(meaning.subject, { kind: meaning.subject, isMany: before || isMany || isPlural });
  }
  if (subjects.has("umbrella")) subjects.delete("person"); // whoever holds the umbrella is drawn with it
  return [...subjects.values()].slice(0, MAX_SUBJECTS);
}

/** The colour of a thing: `red car`, `红色的伞`. A colour in front of anything else (`blue sky`) is none of ours. */
function accentOf(found: readonly Found[]): string | null {
  const colored = found.find(({ meaning }, index) => {
    const next = found[index + 1]?.meaning;
    return meaning.color !== undefined && (meaning.subject !== undefined || next?.subject !== undefined);
  });
  return colored?.meaning.color ?? null;
}

function extrasOf(found: readonly Found[]): Extra[] {
  return [...new Set(found.flatMap(({ meaning }) => (meaning.extra === undefined ? [] : [meaning.extra])))];
}

type Place = { backdrop: Backdrop; ground: Ground };

function placeOf(context: { found: readonly Found[]; subjects: readonly Subject[]; random: Random }): Place {
  const { found, subjects, random } = context;
  const backdrops = found.flatMap(({ meaning }) =>
    meaning.backdrop === undefined ? [] : [meaning.backdrop],
  );
  const grounds = found.flatMap(({ meaning }) => (meaning.ground === undefined ? [] : [meaning.ground]));
  const isWinter = found.some(({ meaning }) => meaning.isWinter === true);
  const home = subjects[0] === undefined ? undefined : HOMES[subjects[0].kind];
  const backdrop =
    strongestBackdrop(backdrops) ?? home?.backdrop ?? backdropFor({ grounds, isWinter, random });
  return settle({ backdrop, grounds, subjects, home });
}

/** Stars and the deep swallow everything else; a city stands out behind hills and shores; else the first word counts. */
function strongestBackdrop(backdrops: readonly Backdrop[]): Backdrop | undefined {
  const strong = (["deep", "stars", "city"] as const).find((backdrop) => backdrops.includes(backdrop));
  return strong ?? backdrops.find((backdrop) => backdrop !== "islands") ?? backdrops[0];
}

type Vague = { grounds: readonly Ground[]; isWinter: boolean; random: Random };

function backdropFor({ grounds, isWinter, random }: Vague): Backdrop {
  if (grounds.includes("water")) return random.pick<Backdrop>(["islands", "mountains", "hills"]);
  if (isWinter) return random.pick<Backdrop>(["mountains", "forest"]);
  if (grounds.includes("road")) return random.pick<Backdrop>(["hills", "mountains"]);
  if (grounds.includes("ledge") || grounds.includes("window")) return "city";
  return random.pick<Backdrop>(["mountains", "hills", "islands", "mountains"]);
}

function settle(wish: {
  backdrop: Backdrop;
  grounds: readonly Ground[];
  subjects: readonly Subject[];
  home: Place | undefined;
}): Place {
  const { backdrop, grounds, subjects, home } = wish;
  if (backdrop === "stars") return { backdrop, ground: "moonscape" };
  if (backdrop === "deep") return { backdrop, ground: "seabed" };
  if (subjects.some(({ kind }) => FLOATING.has(kind))) return { backdrop, ground: "water" };
  const ground =
    STRONGER_FIRST.find((candidate) => grounds.includes(candidate)) ??
    (home?.backdrop === backdrop ? home.ground : GROUND_OF[backdrop]);
  return { backdrop, ground };
}

/** A window shows everything else from inside; water is more of a place than the snow around it. */
const STRONGER_FIRST: readonly Ground[] = ["window", "ledge", "road", "water", "sand", "meadow"];

const FLOATING: ReadonlySet<SubjectKind> = new Set(["boat", "ship", "paper boat", "whale", "fish"]);

const GROUND_OF: Readonly<Record<Backdrop, Ground>> = {
  mountains: "meadow",
  hills: "meadow",
  islands: "water",
  city: "water",
  forest: "meadow",
  dunes: "sand",
  village: "meadow",
  stars: "moonscape",
  deep: "seabed",
};

/** Where a subject is at home when the prompt names no place. */
const HOMES: Readonly<Record<SubjectKind, Place>> = {
  astronaut: { backdrop: "stars", ground: "moonscape" },
  balloon: { backdrop: "mountains", ground: "meadow" },
  bicycle: { backdrop: "hills", ground: "road" },
  bird: { backdrop: "islands", ground: "water" },
  boat: { backdrop: "islands", ground: "water" },
  butterfly: { backdrop: "hills", ground: "meadow" },
  cabin: { backdrop: "mountains", ground: "meadow" },
  camel: { backdrop: "dunes", ground: "sand" },
  car: { backdrop: "mountains", ground: "road" },
  cat: { backdrop: "city", ground: "window" },
  deer: { backdrop: "forest", ground: "meadow" },
  dog: { backdrop: "hills", ground: "meadow" },
  dragon: { backdrop: "mountains", ground: "meadow" },
  fish: { backdrop: "deep", ground: "seabed" },
  flower: { backdrop: "hills", ground: "meadow" },
  fox: { backdrop: "forest", ground: "meadow" },
  horse: { backdrop: "hills", ground: "meadow" },
  jellyfish: { backdrop: "deep", ground: "seabed" },
  kite: { backdrop: "hills", ground: "meadow" },
  lantern: { backdrop: "village", ground: "water" },
  lighthouse: { backdrop: "islands", ground: "water" },
  panda: { backdrop: "forest", ground: "meadow" },
  "paper boat": { backdrop: "hills", ground: "water" },
  penguin: { backdrop: "mountains", ground: "meadow" },
  person: { backdrop: "mountains", ground: "meadow" },
  plane: { backdrop: "mountains", ground: "meadow" },
  rabbit: { backdrop: "hills", ground: "meadow" },
  robot: { backdrop: "hills", ground: "meadow" },
  rocket: { backdrop: "stars", ground: "moonscape" },
  ship: { backdrop: "islands", ground: "water" },
  train: { backdrop: "mountains", ground: "meadow" },
  tree: { backdrop: "hills", ground: "meadow" },
  umbrella: { backdrop: "city", ground: "road" },
  whale: { backdrop: "islands", ground: "water" },
  windmill: { backdrop: "hills", ground: "meadow" },
};

function timeOf(context: {
  found: readonly Found[];
  place: Place;
  weather: Weather;
  random: Random;
}): TimeOfDay {
  const { found, place, weather, random } = context;
  if (place.backdrop === "stars") return "night";
  const named = firstOf(found, "time");
  if (named !== undefined) return named;
  if (place.backdrop === "deep") return "day";
  if (weather === "rain" || weather === "storm") return random.pick<TimeOfDay>(["dusk", "day"]);
  if (weather === "snow") return random.pick<TimeOfDay>(["dusk", "day", "dawn"]);
  return random.pick<TimeOfDay>(["dawn", "sunset", "day", "sunset"]);
}
