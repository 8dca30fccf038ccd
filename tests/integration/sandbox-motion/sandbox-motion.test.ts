import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SKRSContext2D } from "@napi-rs/canvas";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Image2VideoRequest } from "#lib/kling/requests/image2video.ts";
import { differenceOf, middleOf, type Pixels, type Place, shiftBetween, similarityOf } from "./measure.ts";
import { type Film, FPS, film, picture, SIZE } from "./studio.ts";

/** What a practice clip does on the screen, measured in the MP4 itself. All are filmed at once: a process takes its time. */

const RED = { x: 130, y: 110, radius: 24 } as const;
const BLUE = { x: 350, y: 120, radius: 24 } as const;
/** In the still strip at the foot of the picture. */
const YELLOW = { x: 240, y: 240, radius: 14 } as const;
const STRIP_Y = 215;

/** In the words of the wire: from the lower left corner. */
const RED_WAY = [
  { x: 130, y: 160 },
  { x: 230, y: 220 },
  { x: 240, y: 30 }, // below the yellow disc, which stays still
];
const BLUE_WAY = [
  { x: 350, y: 150 },
  { x: 430, y: 30 },
];
const BRUSH_SECONDS = 2;

/** What is seen to happen when an axis is positive (§3.1a): the camera goes there, and the picture the other way. */
const AXES = {
  horizontal: (moved: Moved) => -moved.red.x,
  vertical: (moved: Moved) => moved.red.y,
  pan: (moved: Moved) => -moved.red.x,
  tilt: (moved: Moved) => moved.red.y,
  roll: (moved: Moved) => moved.red.y - moved.blue.y,
  zoom: (moved: Moved) => moved.red.x - moved.blue.x,
} as const;
const PRESETS = {
  down_back: (moved: Moved) => Math.min(-moved.red.y, moved.red.x - moved.blue.x),
  forward_up: (moved: Moved) => Math.min(moved.red.y, moved.blue.x - moved.red.x),
  right_turn_forward: (moved: Moved) => Math.min(-(moved.red.x + moved.blue.x), moved.blue.x - moved.red.x),
  left_turn_forward: (moved: Moved) => Math.min(moved.red.x + moved.blue.x, moved.blue.x - moved.red.x),
} as const;
type Moved = { readonly red: Place; readonly blue: Place };
const AXIS_NAMES = keysOf(AXES);
const PRESET_NAMES = keysOf(PRESETS);
const STRENGTH = 5;

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(record) as Key[]; // the keys of an object literal
}

const IMAGE2VIDEO = { kind: "image2video", model_name: "kling-v1-5", image: "i", duration: "5" } as const;
const TEXT2VIDEO = {
  kind: "text2video",
  model_name: "kling-v1",
  prompt: "a red boat on a lake in front of mountains",
  duration: "5",
} as const;

let folder = "";
let day: Pixels;
let dusk: Pixels;
let clips: ReadonlyMap<string, readonly Pixels[]>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sandbox-motion-"));
  day = await picture(join(folder, "day.png"), (context) => paintPlace(context, ["#8fb8d8", "#9cc6a0"]));
  dusk = await picture(join(folder, "dusk.png"), (context) =>
    paintPlace(context, ["#c8a0b0", "#7f9a80"], 30),
  );
  await paintMasks();
  clips = await film(
    folder,
    filmsOf({ image: join(folder, "day.png"), image_tail: join(folder, "dusk.png") }),
  );
});
afterAll(() => rm(folder, { recursive: true }));

function paintPlace(context: SKRSContext2D, [sky, meadow]: readonly [string, string], aside = 0): void {
  context.fillStyle = sky;
  context.fillRect(0, 0, SIZE.widthPx, 170);
  context.fillStyle = meadow;
  context.fillRect(0, 170, SIZE.widthPx, 100);
  context.fillStyle = "rgba(255, 255, 255, 0.35)";
  for (let x = 0; x < SIZE.widthPx; x += 48) context.fillRect(x + aside / 2, 12 + (x % 5) * 9, 26, 12);
  disc(context, "#d83030", { ...RED, x: RED.x + aside });
  disc(context, "#3050d8", { ...BLUE, x: BLUE.x + aside });
  disc(context, "#f4e04a", YELLOW);
}

function disc(
  context: SKRSContext2D,
  color: string,
  { x, y, radius }: Place & { readonly radius: number },
): void {
  context.fillStyle = color;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

/** At half the picture's resolution: only their shape is prescribed. */
async function paintMasks(): Promise<void> {
  const size = { widthPx: SIZE.widthPx / 2, heightPx: SIZE.heightPx / 2 };
  const shapes: Readonly<Record<string, (context: SKRSContext2D) => void>> = {
    red: (context) => disc(context, "#ffffff", { ...RED, radius: RED.radius + 3 }),
    blue: (context) => disc(context, "#ffffff", { ...BLUE, radius: BLUE.radius + 3 }),
    still: (context) => {
      context.fillStyle = "#ffffff";
      context.fillRect(0, STRIP_Y, SIZE.widthPx, SIZE.heightPx - STRIP_Y);
    },
  };
  for (const [name, paint] of Object.entries(shapes)) {
    const onBlack = (context: SKRSContext2D) => {
      context.fillStyle = "#000000";
      context.fillRect(0, 0, SIZE.widthPx, SIZE.heightPx);
      paint(context);
    };
    await picture(join(folder, `${name}.png`), onBlack, size);
  }
}

function filmsOf(frames: { readonly image: string; readonly image_tail: string }): ReadonlyMap<string, Film> {
  const { image } = frames;
  const masks = {
    "dynamic_masks[0].mask": join(folder, "red.png"),
    "dynamic_masks[1].mask": join(folder, "blue.png"),
    static_mask: join(folder, "still.png"),
  };
  const brushed: Image2VideoRequest = {
    ...IMAGE2VIDEO,
    dynamic_masks: [
      { mask: "r", trajectories: RED_WAY },
      { mask: "b", trajectories: BLUE_WAY },
    ],
    static_mask: "s",
  };
  const films = new Map<string, Film>([
    ["brush", { request: brushed, files: { image, ...masks }, durationSeconds: BRUSH_SECONDS }],
    ["passage", { request: { ...IMAGE2VIDEO, image_tail: "t" }, files: frames, durationSeconds: 2 }],
    ["words", { request: { ...IMAGE2VIDEO, prompt: "pull out" }, files: { image }, durationSeconds: 1 }],
    ["tail", { request: TAIL_ONLY, files: { image_tail: frames.image_tail }, durationSeconds: 1 }],
    ["text2video cut", { request: { kind: "text2video", ...shots() }, durationSeconds: 3 }],
    [
      "omni-video cut",
      {
        request: {
          kind: "omni-video",
          ...shots(),
          model_name: "kling-v3-omni",
          image_list: [{ image_url: "i", type: "first_frame" }],
        },
        files: { "image_list[0].image_url": image },
        durationSeconds: 3,
      },
    ],
    [
      "image2video cut",
      { request: { kind: "image2video", image: "i", ...shots() }, files: { image }, durationSeconds: 3 },
    ],
  ]);
  const filmCamera = (name: string, camera_control: NonNullable<Image2VideoRequest["camera_control"]>) => {
    films.set(name, { request: { ...IMAGE2VIDEO, camera_control }, files: { image }, durationSeconds: 1 });
    films.set(`scene ${name}`, { request: { ...TEXT2VIDEO, camera_control }, durationSeconds: 1 });
  };
  for (const type of PRESET_NAMES) filmCamera(type, { type });
  for (const axis of AXIS_NAMES) {
    filmCamera(`${axis} +`, { type: "simple", config: { [axis]: STRENGTH } });
    filmCamera(`${axis} -`, { type: "simple", config: { [axis]: -STRENGTH } });
  }
  return films;
}

const TAIL_ONLY: Image2VideoRequest = {
  kind: "image2video",
  model_name: "kling-v1-6",
  image_tail: "t",
  duration: "5",
};

function shots() {
  const multi_prompt = [
    { index: 2, prompt: "a city at night in the rain", duration: "1" },
    { index: 1, prompt: "a boat on a lake on a bright day", duration: "2" },
  ];
  return {
    model_name: "kling-v3",
    multi_shot: true,
    shot_type: "customize",
    multi_prompt,
    duration: "3",
  } as const;
}

function clip(name: string): {
  readonly frames: readonly Pixels[];
  readonly first: Pixels;
  readonly last: Pixels;
} {
  const frames = clips.get(name) ?? [];
  const [first, last] = [frames[0], frames.at(-1)];
  if (first === undefined || last === undefined) throw new Error(`${name} has no frames`);
  return { frames, first, last };
}

/** What counts as the same picture. */
const ALIKE = 0.95;

describe("the motion brush", () => {
  test.each([
    ["red", RED, RED_WAY],
    ["blue", BLUE, BLUE_WAY],
  ] as const)("the %s region follows its trajectory", (color, from, way) => {
    const { frames } = clip("brush");
    expect(frames).toHaveLength(BRUSH_SECONDS * FPS);
    frames.forEach((frame, index) => {
      const wanted = onWay(way, index / FPS / BRUSH_SECONDS);
      if (wanted.y + from.radius + 3 > STRIP_Y) return; // it dives below what stays still, and its middle is not seen
      const middle = middleOf(frame, color);
      expect(Math.hypot(middle.x - wanted.x, middle.y - wanted.y)).toBeLessThan(SIZE.widthPx * 0.02);
    });
  });

  test("the still area does not drift, also while a region passes below it", () => {
    const { frames, first } = clip("brush");
    const at = middleOf(first, "yellow");
    for (const frame of frames) {
      const middle = middleOf(frame, "yellow");
      expect(Math.hypot(middle.x - at.x, middle.y - at.y)).toBeLessThan(SIZE.widthPx * 0.005);
    }
  });

  test("it begins with exactly the picture", () => {
    expect(similarityOf(clip("brush").first, day)).toBeGreaterThan(ALIKE);
  });
});

/** A place on a way of the wire at a steady pace, in pixels from the upper left corner. */
function onWay(way: readonly Place[], fraction: number): Place {
  const legs = way.slice(1).map((to, index) => {
    const from = way[index] ?? to;
    return { from, to, length: Math.hypot(to.x - from.x, to.y - from.y) };
  });
  let left = fraction * legs.reduce((sum, { length }) => sum + length, 0);
  for (const { from, to, length } of legs) {
    const share = left / length;
    const x = from.x + (to.x - from.x) * share;
    if (left <= length) return { x, y: SIZE.heightPx - (from.y + (to.y - from.y) * share) };
    left -= length;
  }
  throw new RangeError("beyond the way");
}

describe("the camera", () => {
  function movedIn(name: string): Moved {
    const { first, last } = clip(name);
    expect(similarityOf(first, day)).toBeGreaterThan(ALIKE);
    const between = (color: "red" | "blue") => {
      const [from, to] = [middleOf(first, color), middleOf(last, color)];
      return { x: to.x - from.x, y: to.y - from.y };
    };
    return { red: between("red"), blue: between("blue") };
  }

  test.each(AXIS_NAMES)("%s goes the right way for + and for -", (axis) => {
    expect(AXES[axis](movedIn(`${axis} +`))).toBeGreaterThan(5);
    expect(AXES[axis](movedIn(`${axis} -`))).toBeLessThan(-5);
  });

  test.each(PRESET_NAMES)("%s goes where its name says", (preset) => {
    expect(PRESETS[preset](movedIn(preset))).toBeGreaterThan(3);
  });

  test.each([
    ["horizontal", ({ x }: Place) => -x],
    ["pan", ({ x }: Place) => -x],
    ["vertical", ({ y }: Place) => y],
    ["tilt", ({ y }: Place) => y],
  ] as const)("%s before a composed scene goes the same way", (axis, measure) => {
    for (const [sign, direction] of [
      ["+", 1],
      ["-", -1],
    ] as const) {
      const { first, last } = clip(`scene ${axis} ${sign}`);
      expect(direction * measure(shiftBetween(first, last, 14))).toBeGreaterThan(3);
    }
  });

  test.each(["scene roll +", "scene zoom -", "scene down_back", "scene left_turn_forward"])(
    "%s moves too",
    (name) => {
      const { first, last } = clip(name);
      expect(similarityOf(first, clip("scene horizontal +").first)).toBeGreaterThan(ALIKE);
      expect(similarityOf(first, last)).toBeLessThan(ALIKE);
    },
  );
});

test("a clip begins and ends with exactly the frames that were given", () => {
  expect(similarityOf(clip("passage").first, day)).toBeGreaterThan(ALIKE);
  expect(similarityOf(clip("passage").last, dusk)).toBeGreaterThan(ALIKE);
  expect(similarityOf(clip("words").first, day)).toBeGreaterThan(ALIKE);
  expect(similarityOf(clip("tail").last, dusk)).toBeGreaterThan(ALIKE);
});

describe("several shots", () => {
  test.each(["text2video cut", "image2video cut", "omni-video cut"])(
    "%s: at the seconds that were given, in their order",
    (name) => {
      const { frames } = clip(name);
      const changes = frames.slice(1).map((frame, index) => differenceOf(frame, frames[index] ?? frame));
      const largest = Math.max(...changes);
      expect(changes.indexOf(largest) + 1).toBe(2 * FPS);
      expect(changes.filter((change) => change > largest / 4)).toEqual([largest]);
    },
  );

  test.each(["image2video cut", "omni-video cut"])(
    "%s: the first of them begins with the picture",
    (name) => {
      expect(similarityOf(clip(name).first, day)).toBeGreaterThan(ALIKE);
    },
  );
});
