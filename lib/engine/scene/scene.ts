import type { CameraMove } from "./camera.ts";

/** What the sky says. */
export type TimeOfDay = "dawn" | "day" | "sunset" | "dusk" | "night";

export type Weather = "clear" | "cloudy" | "fog" | "rain" | "storm" | "snow";

/** What stands at the horizon. */
export type Backdrop =
  | "mountains"
  | "hills"
  | "islands"
  | "city"
  | "forest"
  | "dunes"
  | "village"
  | "stars"
  | "deep";

/** What lies between the horizon and us. */
export type Ground = "water" | "meadow" | "sand" | "road" | "ledge" | "window" | "moonscape" | "seabed";

export type SubjectKind =
  | "astronaut"
  | "balloon"
  | "bicycle"
  | "bird"
  | "boat"
  | "butterfly"
  | "cabin"
  | "camel"
  | "car"
  | "cat"
  | "deer"
  | "dog"
  | "dragon"
  | "fish"
  | "flower"
  | "fox"
  | "horse"
  | "jellyfish"
  | "kite"
  | "lantern"
  | "lighthouse"
  | "panda"
  | "paper boat"
  | "penguin"
  | "person"
  | "plane"
  | "rabbit"
  | "robot"
  | "rocket"
  | "ship"
  | "train"
  | "tree"
  | "umbrella"
  | "whale"
  | "windmill";

export type Subject = { kind: SubjectKind; isMany: boolean };

/** Small living things and lights that belong to no ground. */
export type Extra =
  | "aurora"
  | "blossoms"
  | "fireflies"
  | "leaves"
  | "lanterns"
  | "fireworks"
  | "rainbow"
  | "shooting stars";

/** Everything the drawing code and the sound need to know; made of words, contains no pixels. */
export type Scene = {
  /** Feeds every random choice of the drawing code. */
  seed: string;
  time: TimeOfDay;
  weather: Weather;
  backdrop: Backdrop;
  ground: Ground;
  /** Snow lies, whether or not it falls. */
  isWinter: boolean;
  /** A colour that the prompt names, e.g. of the red umbrella; `#rrggbb`. */
  accent: string | null;
  /** At most three, the first is the one the picture is about. */
  subjects: readonly Subject[];
  extras: readonly Extra[];
  /** Whether moon or sun are asked for by name, and so must be in the picture. */
  wantsOrb: boolean;
  camera: CameraMove;
};
