import { expect, test } from "vitest";
import { measureMotion } from "./measure-motion.ts";
import { film, ground } from "./synthetic-clip.fixture.ts";

const MIDDLE = { x: 159.5, y: 89.5 };

test.each([
  ["a slide", { x: 0.12, y: -0.05, scale: 1, roll: 0 }],
  ["a zoom", { x: 0, y: 0, scale: 1.4, roll: 0 }],
  ["a turn", { x: 0, y: 0, scale: 1, roll: 0.35 }],
  ["all of them at once", { x: -0.08, y: 0.06, scale: 0.8, roll: -0.2 }],
])("%s is measured as it was made, at every frame", (_name, { x, y, scale, roll }) => {
  const made = (fraction: number) => ({
    shift: { x: x * fraction, y: y * fraction },
    scale: scale ** fraction,
    rollRadians: roll * fraction,
  });
  const clip = film((fraction) => {
    const { shift, scale: grown, rollRadians } = made(fraction);
    const [cosine, sine] = [Math.cos(-rollRadians), Math.sin(-rollRadians)];
    return (atX, atY) => {
      const [across, down] = [atX - MIDDLE.x - shift.x * 320, atY - MIDDLE.y - shift.y * 320];
      return ground(
        MIDDLE.x + (across * cosine - down * sine) / grown,
        MIDDLE.y + (across * sine + down * cosine) / grown,
      );
    };
  });
  for (const [index, motion] of measureMotion(clip).entries()) {
    const expected = made(index / (clip.length - 1));
    expect(motion.shift.x).toBeCloseTo(expected.shift.x, 2);
    expect(motion.shift.y).toBeCloseTo(expected.shift.y, 2);
    expect(motion.scale).toBeCloseTo(expected.scale, 1.5);
    expect(motion.rollRadians).toBeCloseTo(expected.rollRadians, 1.5);
    expect(motion.atSeconds).toBe(clip[index]?.atSeconds);
  }
});

test("what crosses the picture by itself is not taken for the camera", () => {
  const clip = film(
    (fraction) => (x, y) => (Math.hypot(x - 40 - 220 * fraction, y - 90) < 30 ? 240 : ground(x, y)),
  );
  const last = measureMotion(clip).at(-1);
  expect(Math.hypot(last?.shift.x ?? 1, last?.shift.y ?? 1)).toBeLessThan(0.005);
});

test("a single frame, and a clip of nothing, have not moved", () => {
  const still = { shift: { x: 0, y: 0 }, scale: 1, rollRadians: 0 };
  expect(measureMotion(film(() => () => 20)).at(-1)).toMatchObject(still);
  expect(measureMotion(film(() => ground).slice(0, 1))).toMatchObject([still]);
  expect(measureMotion([])).toEqual([]);
});
