import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SKRSContext2D } from "@napi-rs/canvas";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CameraAxis } from "#lib/kling/camera.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { differenceOf, middleOf, type Pixels, type Place, similarityOf } from "./measure.ts";
import { type Film, film, picture, SIZE } from "./studio.ts";

/** Kinds whose clips move as another film does, or as their effect's family moves: measured in the MP4s themselves. */

const RED = { x: 190, y: 120 } as const;
const BLUE = { x: 290, y: 150 } as const;
const STRENGTH = 5;
const MOVES = ["horizontal", "vertical", "zoom"] as const satisfies readonly CameraAxis[];
const SIGNS = [
  ["+", STRENGTH],
  ["-", -STRENGTH],
] as const;
const EFFECTS = {
  dance: "disco_paws",
  turn: "bullet_time",
  squeeze: "jelly_press",
  withdraw: "zoom_out",
  party: "birthday_star",
} as const;

let folder = "";
let day: Pixels;
let parents: ReadonlyMap<string, readonly Pixels[]>;
let clips: ReadonlyMap<string, readonly Pixels[]>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sandbox-films-"));
  day = await picture(join(folder, "day.png"), paintPlace);
  await picture(join(folder, "mask.png"), (context) => {
    context.fillStyle = "#ffffff";
    context.fillRect(0, 0, SIZE.widthPx, SIZE.heightPx);
  });
  parents = await film(folder, parentFilms());
  clips = await film(folder, childFilms());
}, 240_000);
afterAll(() => rm(folder, { recursive: true }));

/** Two discs before a ground that has something to hold on to everywhere. */
function paintPlace(context: SKRSContext2D): void {
  context.fillStyle = "#9cc6a0";
  context.fillRect(0, 0, SIZE.widthPx, SIZE.heightPx);
  for (let x = 0; x < SIZE.widthPx; x += 30) {
    for (let y = 0; y < SIZE.heightPx; y += 30) {
      context.fillStyle = (x * 7 + y * 13) % 4 === 0 ? "#5d8a6a" : "#d8e4c8";
      context.fillRect(x + ((y * 3) % 11), y + ((x * 5) % 13), 12, 9);
    }
  }
  for (const [color, { x, y }] of [
    ["#d83030", RED],
    ["#3050d8", BLUE],
  ] as const) {
    context.fillStyle = color;
    context.beginPath();
    context.arc(x, y, 22, 0, 2 * Math.PI);
    context.fill();
  }
}

function parentFilms(): ReadonlyMap<string, Film> {
  const files = { image: join(folder, "day.png") };
  const request = { kind: "image2video", model_name: "kling-v1-5", image: "i", duration: "5" } as const;
  const moved = MOVES.flatMap((axis) =>
    SIGNS.map(([sign, value]): [string, Film] => {
      const camera_control = { type: "simple", config: { [axis]: value } } as const;
      return [`${axis} ${sign}`, { request: { ...request, camera_control }, files, durationSeconds: 2 }];
    }),
  );
  const stillFiles = { ...files, static_mask: join(folder, "mask.png") };
  const still: Film = { request: { ...request, static_mask: "s" }, files: stillFiles, durationSeconds: 1 };
  return new Map([...moved, ["still", still]]);
}

function childFilms(): ReadonlyMap<string, Film> {
  const image = join(folder, "day.png");
  const films = new Map<string, Film>();
  for (const name of parents.keys()) {
    const video = join(folder, `${name}.mp4`);
    const extension: TaskRequest = { kind: "video-extend", video_id: "earlier" };
    films.set(`after ${name}`, { request: extension, files: { video_id: video }, durationSeconds: 2 });
    const control: TaskRequest = {
      kind: "motion-control",
      model_name: "kling-v2-6",
      mode: "std",
      image_url: "i",
      video_url: "v",
      character_orientation: "image",
    };
    const files = { image_url: image, video_url: video };
    films.set(`like ${name}`, { request: control, files, durationSeconds: 2 });
  }
  for (const effect_scene of Object.values(EFFECTS)) {
    const request: TaskRequest = { kind: "effects", effect_scene, input: { image: "i", duration: "5" } };
    films.set(effect_scene, { request, files: { "input.image": image }, durationSeconds: 2 });
  }
  return films;
}

/** What a film does to the two discs from its first frame to its last. */
function changeIn(frames: readonly Pixels[] | undefined): { middle: Place; spread: number } {
  const [first, last] = [frames?.[0], frames?.at(-1)];
  if (first === undefined || last === undefined) throw new Error("no frames");
  const at = (frame: Pixels) => {
    const [red, blue] = [middleOf(frame, "red"), middleOf(frame, "blue")];
    return {
      x: (red.x + blue.x) / 2,
      y: (red.y + blue.y) / 2,
      spread: Math.hypot(blue.x - red.x, blue.y - red.y),
    };
  };
  const [from, to] = [at(first), at(last)];
  return { middle: { x: to.x - from.x, y: to.y - from.y }, spread: to.spread / from.spread - 1 };
}

const MEASURES = {
  horizontal: (film: string) => changeIn(clips.get(film) ?? parents.get(film)).middle.x / SIZE.widthPx,
  vertical: (film: string) => changeIn(clips.get(film) ?? parents.get(film)).middle.y / SIZE.widthPx,
  zoom: (film: string) => changeIn(clips.get(film) ?? parents.get(film)).spread,
} as const;

describe.each(MOVES)("a film whose camera moves by %s", (axis) => {
  test.each(SIGNS)("(%s) makes the picture move as far and the same way", (sign) => {
    const asked = MEASURES[axis](`${axis} ${sign}`);
    const made = MEASURES[axis](`like ${axis} ${sign}`);
    expect(Math.abs(asked)).toBeGreaterThan(0.03);
    expect(made / asked).toBeGreaterThan(0.7);
    expect(made / asked).toBeLessThan(1.2);
  });

  test.each(SIGNS)("(%s) is continued the same way, from its last picture", (sign) => {
    const parent = parents.get(`${axis} ${sign}`)?.at(-1);
    const first = clips.get(`after ${axis} ${sign}`)?.[0];
    expect(parent && first && similarityOf(parent, first)).toBeGreaterThan(0.95);
    const asked = MEASURES[axis](`${axis} ${sign}`);
    const made = MEASURES[axis](`after ${axis} ${sign}`);
    expect(made / asked).toBeGreaterThan(0.3);
    expect(made / asked).toBeLessThan(1.2);
  });
});

describe("a film that stands still", () => {
  test("moves nothing", () => {
    const { middle, spread } = changeIn(clips.get("like still"));
    expect(Math.hypot(middle.x, middle.y)).toBeLessThan(SIZE.widthPx * 0.01);
    expect(Math.abs(spread)).toBeLessThan(0.02);
  });

  test("is continued by coming closer", () => {
    expect(changeIn(clips.get("after still")).spread).toBeGreaterThan(0.02);
  });
});

describe("effects move by their family", () => {
  const framesOf = (family: keyof typeof EFFECTS) => clips.get(EFFECTS[family]) ?? [];
  const rightOf = (family: keyof typeof EFFECTS) =>
    framesOf(family).map((frame) => middleOf(frame, "red").x - RED.x);

  test("all begin with the picture, of which they hide no more than their name and their paper", () => {
    for (const family of ["dance", "turn", "squeeze", "withdraw"] as const) {
      const [first] = framesOf(family);
      expect(first && similarityOf(first, day)).toBeGreaterThan(0.8);
    }
  });

  test("a dance sways to both sides", () => {
    expect(Math.max(...rightOf("dance"))).toBeGreaterThan(6);
    expect(Math.min(...rightOf("dance"))).toBeLessThan(-6);
  });

  test("what is squeezed grows and shrinks", () => {
    const spreads = framesOf("squeeze").map(
      (frame) => changeIn([framesOf("squeeze")[0] ?? frame, frame]).spread,
    );
    expect(Math.max(...spreads)).toBeGreaterThan(0.1);
    expect(spreads.some((spread, index) => spread < (spreads[index - 1] ?? 0) - 0.01)).toBe(true);
  });

  test("what withdraws shrinks", () => {
    expect(changeIn(framesOf("withdraw")).spread).toBeLessThan(-0.15);
  });

  test("a party has more in the air than the picture shows", () => {
    const [party, dance] = [framesOf("party")[0], framesOf("dance")[0]];
    expect(party && dance && differenceOf(party, day)).toBeGreaterThan(differenceOf(dance ?? day, day) + 0.3);
  });
});
