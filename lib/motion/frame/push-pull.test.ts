import { expect, test } from "vitest";
import { fillHoles } from "./push-pull.ts";

const SIZE = { widthPx: 37, heightPx: 23 };

/** Red grows to the right, green downwards. */
const slope = new Uint8ClampedArray(SIZE.widthPx * SIZE.heightPx * 4).map((_, index) => {
  const pixel = index >> 2;
  const [x, y] = [pixel % SIZE.widthPx, Math.floor(pixel / SIZE.widthPx)];
  return [x * 5, y * 8, 40, 255][index % 4] ?? 0;
});

const isInHole = (x: number, y: number) => Math.hypot(x - 18, y - 11) < 6;

const hole = Uint8Array.from({ length: SIZE.widthPx * SIZE.heightPx }, (_, index) =>
  isInHole(index % SIZE.widthPx, Math.floor(index / SIZE.widthPx)) ? 1 : 0,
);

test("what is known stays exactly as it is", () => {
  const filled = fillHoles({ ...SIZE, data: slope }, hole);
  filled.forEach((value, index) => {
    if (hole[index >> 2] === 0) expect(value).toBe(slope[index]);
  });
});

test("a hole in a slope is filled as the slope goes, whatever stood in it", () => {
  const hidden = slope.map((value, index) => (hole[index >> 2] === 0 ? value : 255));
  const filled = fillHoles({ ...SIZE, data: hidden }, hole);
  const off = [...filled].map((value, index) => Math.abs(value - (slope[index] ?? 0)));
  expect(Math.max(...off)).toBeLessThan(30);
});

test("a picture that is nothing but a hole is filled too, opaquely", () => {
  const filled = fillHoles(
    { ...SIZE, data: slope },
    hole.map(() => 1),
  );
  expect([...filled].every((value, index) => value === (index % 4 === 3 ? 255 : 0))).toBe(true);
});
