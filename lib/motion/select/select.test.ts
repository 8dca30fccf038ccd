import { describe, expect, test } from "vitest";
import type { Run } from "../document.ts";
import { imagePoint, type Size } from "../point.ts";
import { prepareSelection } from "./prepare-selection.ts";
import type { SelectionWish } from "./prepared.ts";
import { select } from "./select.ts";

type Colour = readonly [red: number, green: number, blue: number];
type Paint = (x: number, y: number) => Colour;
type Inside = (x: number, y: number) => boolean;

/** A generator whose numbers are the same in every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function picture({ widthPx, heightPx }: Size, paint: Paint, noise = 0): Uint8ClampedArray {
  const random = dice(7);
  const grain = () => (random() + random() + random() - 1.5) * 2 * noise; // about normal, of this standard deviation
  const rgba = new Uint8ClampedArray(widthPx * heightPx * 4);
  for (let pixel = 0; pixel < widthPx * heightPx; pixel += 1) {
    const [red, green, blue] = paint(pixel % widthPx, Math.floor(pixel / widthPx));
    rgba.set([red + grain(), green + grain(), blue + grain(), 255], pixel * 4);
  }
  return rgba;
}

/** Of the pixels that one of the two holds, the share that both hold. */
function likeness(runs: readonly Run[], { widthPx, heightPx }: Size, isInside: Inside): number {
  const found = new Uint8Array(widthPx * heightPx);
  for (const [start, length] of runs) found.fill(1, start, start + length);
  let both = 0;
  let either = 0;
  for (let pixel = 0; pixel < found.length; pixel += 1) {
    const isWanted = isInside(pixel % widthPx, Math.floor(pixel / widthPx));
    if (isWanted && found[pixel] === 1) both += 1;
    if (isWanted || found[pixel] === 1) either += 1;
  }
  return both / either;
}

const SIZE: Size = { widthPx: 480, heightPx: 320 };
const disc =
  (x: number, y: number, radius: number): Inside =>
  (atX, atY) =>
    Math.hypot(atX - x, atY - y) <= radius;
const star: Inside = (x, y) => {
  const angle = Math.atan2(y - 160, x - 240);
  return Math.hypot(x - 240, y - 160) <= 85 + 35 * Math.cos(5 * angle);
};
const box: Inside = (x, y) => x >= 100 && x < 380 && y >= 60 && y < 250;
const tap = (x: number, y: number, more: Partial<SelectionWish> = {}): SelectionWish => ({
  positive: [imagePoint(x, y)],
  negative: [],
  tolerance: 8,
  ...more,
});

const ORANGE: Colour = [220, 120, 40];
const BLUE: Colour = [50, 90, 160];
const flat =
  (isInside: Inside, inside = ORANGE, outside = BLUE): Paint =>
  (x, y) =>
    isInside(x, y) ? inside : outside;
const shaded =
  (isInside: Inside): Paint =>
  (x, y) =>
    isInside(x, y) ? [130 + x * 0.2, 90 + y * 0.15, 40] : [40 + x * 0.1, 90, 200 - y * 0.3];

describe("one tap finds the shape it is on", () => {
  test.each<[string, Inside, Paint, number, number]>([
    ["a clean disc", disc(240, 160, 90), flat(disc(240, 160, 90)), 0, 0.97],
    ["a clean star with thin arms", star, flat(star), 0, 0.95],
    ["a clean box", box, flat(box), 0, 0.97],
    [
      "a disc only a little lighter than its ground",
      disc(240, 160, 90),
      flat(disc(240, 160, 90), [120, 120, 120], [95, 95, 95]),
      0,
      0.95,
    ],
    ["a noisy disc", disc(240, 160, 90), flat(disc(240, 160, 90)), 25, 0.93],
    ["a noisy star", star, flat(star), 15, 0.9],
    ["a shaded disc on a shaded ground", disc(240, 160, 90), shaded(disc(240, 160, 90)), 0, 0.95],
    ["a noisy shaded box", box, shaded(box), 12, 0.9],
  ])("%s", (_name, isInside, paint, noise, least) => {
    const prepared = prepareSelection(picture(SIZE, paint, noise), SIZE);
    expect(likeness(select(prepared, tap(240, 160)), SIZE, isInside)).toBeGreaterThanOrEqual(least);
  });

  test("the border is found at full size, not at the reduced picture's", () => {
    const size: Size = { widthPx: 3000, heightPx: 1600 };
    const isInside: Inside = (x, y) => x >= 601 && x < 2203 && y >= 401 && y < 1199;
    const prepared = prepareSelection(picture(size, flat(isInside)), size);
    expect(prepared.reduced.widthPx).toBeLessThan(1500);
    expect(likeness(select(prepared, tap(1500, 800)), size, isInside)).toBeGreaterThan(0.9985);
  });
});

describe("what is not meant is carved out", () => {
  const left = disc(170, 160, 80);
  const right = disc(310, 160, 80);
  const both: Inside = (x, y) => left(x, y) || right(x, y);
  const twins: Paint = (x, y) =>
    x < 240 && left(x, y) ? [200, 110, 50] : right(x, y) ? [185, 100, 46] : BLUE;

  test("a tap takes two shapes of nearly one colour; a tap against the other one leaves the first", () => {
    const prepared = prepareSelection(picture(SIZE, twins), SIZE);
    expect(likeness(select(prepared, tap(150, 160)), SIZE, both)).toBeGreaterThan(0.95);
    const alone = select(prepared, tap(150, 160, { negative: [imagePoint(330, 160)] }));
    expect(likeness(alone, SIZE, (x, y) => x < 240 && left(x, y))).toBeGreaterThan(0.93);
  });

  test("a second wanted point adds a shape that the first one does not reach", () => {
    const apart: Inside = (x, y) => disc(110, 160, 60)(x, y) || disc(370, 160, 60)(x, y);
    const prepared = prepareSelection(picture(SIZE, flat(apart)), SIZE);
    const wish = { positive: [imagePoint(110, 160), imagePoint(370, 160)] };
    expect(likeness(select(prepared, tap(0, 0, wish)), SIZE, apart)).toBeGreaterThan(0.95);
  });

  test("a higher tolerance never takes less", () => {
    const prepared = prepareSelection(picture(SIZE, shaded(star), 8), SIZE);
    const areas = [1, 4, 8, 16, 40].map((tolerance) =>
      select(prepared, tap(240, 160, { tolerance })).reduce((sum, [, length]) => sum + length, 0),
    );
    expect(areas).toEqual([...areas].sort((less, more) => less - more));
  });
});

describe("any picture has an answer", () => {
  test.each<[string, Size]>([
    ["one pixel", { widthPx: 1, heightPx: 1 }],
    ["a line", { widthPx: 700, heightPx: 1 }],
    ["a column", { widthPx: 1, heightPx: 700 }],
    ["a stamp", { widthPx: 5, heightPx: 3 }],
    ["a picture of one colour", { widthPx: 333, heightPx: 222 }],
  ])("%s is taken whole, in one run", (_name, size) => {
    const prepared = prepareSelection(
      picture(size, () => ORANGE),
      size,
    );
    expect(select(prepared, tap(0, 0))).toEqual([[0, size.widthPx * size.heightPx]]);
  });

  test("a point beside the picture means its border, and no point means nothing", () => {
    const prepared = prepareSelection(picture(SIZE, flat(disc(240, 160, 90))), SIZE);
    expect(select(prepared, tap(-50, 9_999))).toEqual(select(prepared, tap(0, 319)));
    expect(select(prepared, tap(0, 0, { positive: [], negative: [imagePoint(1, 1)] }))).toEqual([]);
  });

  test("runs rise, do not touch and stay in the picture", () => {
    const prepared = prepareSelection(picture(SIZE, shaded(star), 20), SIZE);
    let end = -1;
    for (const [start, length] of select(prepared, tap(10, 10))) {
      expect(start).toBeGreaterThan(end);
      expect(length).toBeGreaterThan(0);
      end = start + length;
    }
    expect(end).toBeLessThanOrEqual(SIZE.widthPx * SIZE.heightPx);
  });

  test("progress rises to 1", () => {
    const told: number[] = [];
    prepareSelection(picture(SIZE, flat(box)), SIZE, (share) => told.push(share));
    expect(told).toEqual([...told].sort((less, more) => less - more));
    expect(told.at(-1)).toBe(1);
  });
});
