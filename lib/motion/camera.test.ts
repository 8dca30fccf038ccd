import { describe, expect, test } from "vitest";
import { CAMERA_AXIS_FIELDS } from "#lib/kling/camera.ts";
import { CAMERA_AXES, type CameraControl, controlIn, endOf, poseAt } from "./camera.ts";
import { seenAt } from "./frame/project.ts";

const FRAME = { widthPx: 1280, heightPx: 720 };
const MIDDLE = { x: 640, y: 360 };

const simple = (config: NonNullable<CameraControl["config"]>): CameraControl => ({ type: "simple", config });

/** What the middle and the upper right corner of the frame show at the end of a move. */
function seen(control: CameraControl) {
  const at = seenAt(endOf(control), FRAME);
  return { middle: at(MIDDLE), corner: at({ x: 1280, y: 0 }) };
}

describe("a camera goes where its axis says (§3.1a), for every strength", () => {
  test.each([1, 10])("to the right by horizontal and pan, to the left below 0: %i", (value) => {
    for (const axis of ["horizontal", "pan"] as const) {
      expect(seen(simple({ [axis]: value })).middle.x).toBeGreaterThan(MIDDLE.x + value);
      expect(seen(simple({ [axis]: -value })).middle.x).toBeLessThan(MIDDLE.x - value);
      expect(seen(simple({ [axis]: value })).middle.y).toBeCloseTo(MIDDLE.y, 6);
    }
  });

  test.each([1, 10])("up by vertical and tilt, down below 0: %i", (value) => {
    for (const axis of ["vertical", "tilt"] as const) {
      expect(seen(simple({ [axis]: value })).middle.y).toBeLessThan(MIDDLE.y - value);
      expect(seen(simple({ [axis]: -value })).middle.y).toBeGreaterThan(MIDDLE.y + value);
      expect(seen(simple({ [axis]: value })).middle.x).toBeCloseTo(MIDDLE.x, 6);
    }
  });

  test.each([1, 10])(
    "clockwise by roll: what was above on the right comes into the middle of the top: %i",
    (value) => {
      const top = { x: MIDDLE.x, y: 0 };
      expect(seenAt(endOf(simple({ roll: value })), FRAME)(top).x).toBeGreaterThan(MIDDLE.x + value);
      expect(seenAt(endOf(simple({ roll: -value })), FRAME)(top).x).toBeLessThan(MIDDLE.x - value);
    },
  );

  test.each([1, 10])("wider by zoom, closer below 0: %i", (value) => {
    expect(seen(simple({ zoom: value })).corner.x).toBeGreaterThan(FRAME.widthPx + value);
    expect(seen(simple({ zoom: -value })).corner.x).toBeLessThan(FRAME.widthPx - value);
  });
});

test("looking aside is perspective: what is farther away becomes smaller; sliding is not", () => {
  const heights = (control: CameraControl) => {
    const at = seenAt(endOf(control), FRAME);
    const heightAt = (x: number) => at({ x, y: 720 }).y - at({ x, y: 0 }).y;
    return [heightAt(0), heightAt(1280)] as const;
  };
  const [nearLeft, farRight] = heights(simple({ pan: 10 }));
  expect(farRight).toBeGreaterThan(nearLeft * 1.1); // more of the picture in the same height
  const [left, right] = heights(simple({ horizontal: 10 }));
  expect(right).toBeCloseTo(left, 6);
});

test.each([
  ["down_back", (middle, corner) => middle.y > MIDDLE.y + 10 && corner.x > FRAME.widthPx + 10],
  ["forward_up", (middle, corner) => middle.y < MIDDLE.y - 10 && corner.x < FRAME.widthPx - 10],
  ["right_turn_forward", (middle) => middle.x > MIDDLE.x + 10],
  ["left_turn_forward", (middle) => middle.x < MIDDLE.x - 10],
] satisfies [CameraControl["type"], (middle: Place, corner: Place) => boolean][])(
  "%s goes where its name says",
  (type, holds) => {
    const { middle, corner } = seen({ type });
    expect(holds(middle, corner)).toBe(true);
  },
);

type Place = { readonly x: number; readonly y: number };

test("a move begins at rest and goes at a steady pace", () => {
  const at = (fraction: number) => poseAt(simple({ roll: 5 }), fraction).rollDegrees;
  expect(at(0)).toBe(0);
  expect(at(0.25)).toBeCloseTo(at(1) / 4, 9);
});

test("older documents call turning sideways tilt and turning up pan; the rest is called alike", () => {
  expect(controlIn("old", simple({ pan: 3 }))).toEqual(simple({ tilt: 3 }));
  expect(controlIn("old", simple({ tilt: -2 }))).toEqual(simple({ pan: -2 }));
  expect(controlIn("old", simple({ zoom: 4, pan: 0 }))).toEqual(simple({ zoom: 4, tilt: 0 }));
  expect(controlIn("old", { type: "down_back" })).toEqual({ type: "down_back" });
  for (const axis of CAMERA_AXIS_FIELDS) {
    expect(controlIn("map", simple({ [axis]: 1 }))).toEqual(simple({ [axis]: 1 }));
    const old = CAMERA_AXES[axis].nameIn.old;
    expect(CAMERA_AXES[old].nameIn.old).toBe(axis);
  }
});
