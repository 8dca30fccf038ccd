import { describe, expect, test } from "vitest";
import { CAMERA_AXIS_FIELDS } from "#lib/kling/camera.ts";
import { alongPath, measurePath } from "../along-path.ts";
import type { CreateSurface } from "../pen.ts";
import type { Picture, ShotContent } from "../scene/motion-scene.ts";
import { drawFrame, type PreparedScene, scenePreparer } from "./prepare-scene.ts";
import {
  axis,
  BALL,
  BALL_PATH,
  camera,
  DAY,
  DUSK,
  FRAME,
  frames,
  paintedLabels,
  regions,
  sceneOf,
} from "./scenes.fixture.ts";
import { createSkiaSurface, pixelsOf } from "./skia.fixture.ts";

const prepared = (content: ShotContent) => scenePreparer(createSkiaSurface)(sceneOf(content));
const drawn = (scene: PreparedScene, seconds: number) =>
  pixelsOf(FRAME, (pen) => drawFrame(pen, scene, seconds));
const still = (picture: Picture) => drawn(prepared({ content: "still", picture }), 0);

function meanDifference(first: Uint8ClampedArray, second: Uint8ClampedArray): number {
  return first.reduce((sum, value, index) => sum + Math.abs(value - (second[index] ?? 0)), 0) / first.length;
}

const PRESETS = ["down_back", "forward_up", "right_turn_forward", "left_turn_forward"] as const;

const MOVES: readonly [string, ShotContent][] = [
  ...CAMERA_AXIS_FIELDS.flatMap((name): [string, ShotContent][] => [
    [`${name} +10`, axis({ [name]: 10 })],
    [`${name} -10`, axis({ [name]: -10 })],
  ]),
  ...PRESETS.map((type): [string, ShotContent] => [type, camera({ type })]),
];

describe("a clip begins with exactly the picture that was given", () => {
  test.each<[string, ShotContent]>([...MOVES, ["regions", regions()], ["frames", frames()]])(
    "%s",
    (_, content) => {
      expect(meanDifference(drawn(prepared(content), 0), still(DAY))).toBeLessThan(0.4);
    },
  );
});

test("between two frames it ends with exactly the last", () => {
  const scene = prepared(frames());
  expect(meanDifference(drawn(scene, 5), still(DUSK))).toBe(0);
  expect(meanDifference(drawn(scene, 2.5), still(DUSK))).toBeGreaterThan(5);
});

describe("no move ever shows black or nothing", () => {
  test.each(MOVES)("%s", (_, content) => {
    const scene = prepared(content);
    for (const seconds of [2.5, 5]) {
      const pixels = drawn(scene, seconds);
      const darkest = pixels.reduce(
        (least, value, index) => (index % 4 === 1 ? Math.min(least, value) : least),
        255,
      );
      expect(darkest).toBeGreaterThan(40); // the darkest green of the picture itself is 59
      expect(pixels.every((value, index) => index % 4 !== 3 || value === 255)).toBe(true);
    }
  });
});

test("the same moment is the same picture, whatever was drawn before it", () => {
  for (const content of [axis({ pan: -7 }), regions(), frames()]) {
    const scene = prepared(content);
    const first = drawn(scene, 3.1);
    drawn(scene, 0.4);
    expect(drawn(scene, 3.1)).toEqual(first);
    expect(drawn(prepared(content), 3.1)).toEqual(first);
  }
});

/** The middle of what is red, in pixels of the picture. */
function redMiddle(pixels: Uint8ClampedArray) {
  let [count, sumX, sumY] = [0, 0, 0];
  for (let index = 0; index < pixels.length; index += 4) {
    const isRed = (pixels[index] ?? 0) > 200 && (pixels[index + 1] ?? 0) < 80;
    if (!isRed) continue;
    count += 1;
    sumX += (index / 4) % FRAME.widthPx;
    sumY += Math.floor(index / 4 / FRAME.widthPx);
  }
  const scale = DAY.widthPx / FRAME.widthPx;
  return { x: (sumX / count + 0.5) * scale, y: (sumY / count + 0.5) * scale };
}

test("a region follows its path at a steady pace, from where it was painted", () => {
  const scene = prepared(regions());
  const way = measurePath(BALL_PATH);
  for (const seconds of [0, 1, 2, 3]) {
    const { x, y } = alongPath(way, seconds / 5);
    const middle = redMiddle(drawn(scene, seconds));
    expect(Math.hypot(middle.x - x, middle.y - y)).toBeLessThan(DAY.widthPx * 0.01);
  }
});

test("where a region was, the ground closes, and nothing of it is left", () => {
  const pixels = drawn(prepared(regions()), 5);
  const scale = FRAME.widthPx / DAY.widthPx;
  const at = (Math.round((BALL.y - 6) * scale) * FRAME.widthPx + Math.round(BALL.x * scale)) * 4;
  expect(pixels[at]).toBeLessThan(225);
  expect(pixels[at + 2]).toBeGreaterThan(150); // sky
});

test("what must stay still does, also where a region goes through it", () => {
  const [before, after] = [still(DAY), drawn(prepared(regions()), 5)];
  for (let row = 77; row < FRAME.heightPx; row += 1) {
    const line = [row * FRAME.widthPx * 4, (row + 1) * FRAME.widthPx * 4] as const;
    expect(meanDifference(after.slice(...line), before.slice(...line))).toBeLessThan(0.5);
  }
});

test("a region without a path stays, and so does a picture without regions", () => {
  for (const paths of [{}, { 2: [], 3: BALL_PATH }]) {
    const scene = prepared({ content: "regions", picture: DAY, labels: paintedLabels(), paths });
    expect(meanDifference(drawn(scene, 4), still(DAY))).toBeLessThan(0.1);
  }
});

describe("shots follow each other", () => {
  const shot = (seconds: number, picture: Picture, caption: string | null = null) => ({
    seconds,
    caption,
    content: { content: "still", picture } as const,
  });
  const prepare = scenePreparer(createSkiaSurface);
  const scene = prepare({ frame: FRAME, shots: [shot(2, DAY), shot(3, DUSK), shot(1, DAY)] });

  test.each([
    [-1, DAY],
    [1.99, DAY],
    [2, DUSK],
    [4.99, DUSK],
    [5, DAY],
    [99, DAY],
  ])("at %f s", (seconds, picture) => {
    expect(drawn(scene, seconds)).toEqual(still(picture));
  });

  test("and last as long as all of them together", () => {
    expect(scene.durationSeconds).toBe(6);
  });

  test("a caption is written over the lower edge, and cut off where it is too long", () => {
    const said = prepare({ frame: FRAME, shots: [shot(2, DAY, "A boat leaves ".repeat(30))] });
    const [with_, without] = [drawn(said, 0), still(DAY)];
    const upper = FRAME.widthPx * 4 * 70;
    expect(with_.slice(0, upper)).toEqual(without.slice(0, upper));
    expect(meanDifference(with_.slice(upper), without.slice(upper))).toBeGreaterThan(10);
  });
});

test("after an edit a picture is not painted again, unless the frame has another size", () => {
  let painted = 0;
  const counting: CreateSurface = (widthPx, heightPx) => {
    const surface = createSkiaSurface(widthPx, heightPx);
    const { drawImage } = surface.pen;
    surface.pen.drawImage = ((...given: Parameters<typeof drawImage>) => {
      if (given[0] === DAY.source) painted += 1;
      return Reflect.apply(drawImage, surface.pen, given);
    }) as typeof drawImage;
    return surface;
  };
  const prepare = scenePreparer(counting);
  for (let edit = 0; edit < 3; edit += 1) prepare(sceneOf(regions()));
  expect(painted).toBe(1);
  prepare({ ...sceneOf(regions()), frame: { widthPx: 80, heightPx: 45 } });
  expect(painted).toBe(2);
});
