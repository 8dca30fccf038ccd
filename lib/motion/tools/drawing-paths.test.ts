import { describe, expect, test } from "vitest";
import type { Path } from "../document.ts";
import type { Region } from "../labels.ts";
import { imagePoint } from "../point.ts";
import { scriptedHand } from "./scripted-hand.fixture.ts";

/** Region 1 is a box around 40, 50; region 2 one around 150, 50. */
function withRegions() {
  const hand = scriptedHand();
  const box = (label: Region, x: number) =>
    ({
      type: "shape",
      label,
      locked: [],
      area: { shape: "rectangle", from: imagePoint(x - 10, 40), to: imagePoint(x + 10, 60) },
    }) as const;
  hand.send({ type: "operate", operations: [box(1, 40), box(2, 150)] });
  hand.press("p");
  return hand;
}

function withPath(...points: readonly (readonly [number, number])[]) {
  const hand = withRegions();
  const path = points.map(([x, y]) => imagePoint(x, y));
  hand.send({ type: "operate", operations: [{ type: "path", region: 1, path }] });
  return hand;
}

function places(path: Path | undefined): number[][] | undefined {
  return path?.map(({ x, y }) => [x, y]);
}

describe("drawing a path", () => {
  test("by hand begins on a region, belongs to it, and keeps only the points that make it", () => {
    const hand = withRegions();
    hand.drag([
      [150, 50],
      [140, 40],
      [130, 30],
      [120, 20],
      [110, 20],
      [100, 20],
    ]);
    expect(places(hand.history.paths[2])).toEqual([
      [150, 50],
      [120, 20],
      [100, 20],
    ]);
    expect(hand.state.label).toBe(2);
    expect(hand.hints).toEqual([]);
    expect(hand.history.document.done).toHaveLength(3);
  });

  test("that begins beside its region is brought there, and that is told", () => {
    const hand = withRegions();
    hand.drag([
      [80, 50],
      [120, 50],
    ]);
    expect(places(hand.history.paths[1])).toEqual([
      [49, 50],
      [120, 50],
    ]);
    expect(hand.hints).toEqual(["start-snapped"]);
  });

  test("stays inside the picture however far the hand goes", () => {
    const hand = withRegions();
    hand.drag([
      [40, 50],
      [40, -300],
    ]);
    expect(places(hand.history.paths[1])).toEqual([
      [40, 50],
      [40, 1],
    ]);
  });

  test.each([
    ["Enter", (hand: ReturnType<typeof withRegions>) => hand.press("Enter")],
    ["a tap on the last point", (hand: ReturnType<typeof withRegions>) => hand.tap([120, 90])],
  ])("point by point ends with %s; shift goes in steps of 45 degrees", (_, end) => {
    const hand = withRegions();
    hand.tap([40, 50]);
    hand.tap([100, 53], { shift: true });
    hand.tap([110, 10]);
    hand.press("z", { control: true });
    hand.tap([120, 90]);
    expect(hand.history.paths[1]).toBeUndefined();
    end(hand);
    expect(places(hand.history.paths[1])).toEqual([
      [40, 50],
      [100, 50],
      [120, 90],
    ]);
  });

  test("is given up on Escape", () => {
    const hand = withRegions();
    hand.tap([40, 50]);
    hand.tap([100, 50]);
    hand.press("Escape");
    hand.press("z", { control: true });
    expect(hand.history.paths).toEqual({});
  });

  test("takes up to 77 points by taps, and no more", () => {
    const hand = withRegions();
    for (let tap = 0; tap < 80; tap += 1) hand.tap([40 + tap * 2, 50 + (tap % 2) * 30]);
    hand.press("Enter");
    expect(hand.history.paths[1]).toHaveLength(77);
    expect(hand.hints).toContain("path-full");
  });

  test("is refused for the still area, and when the points are one", () => {
    const hand = withRegions();
    hand.press("0");
    hand.drag([
      [90, 90],
      [120, 90],
    ]);
    hand.tap([40, 50]);
    hand.press("Enter");
    expect(hand.hints).toEqual(["still-has-no-path", "path-too-short"]);
    expect(hand.history.paths).toEqual({});
  });
});

describe("changing a path", () => {
  const POINTS = [
    [40, 50],
    [100, 50],
    [100, 90],
  ] as const;

  test("a point follows the pointer, from wherever its handle was taken", () => {
    const hand = withPath(...POINTS);
    hand.drag([
      [101, 51],
      [121, 31],
    ]);
    expect(places(hand.history.paths[1])).toEqual([
      [40, 50],
      [120, 30],
      [100, 90],
    ]);
    expect(hand.state.chosen).toEqual({ region: 1, point: 1 });
  });

  test("a start that is moved off its region is brought back to it", () => {
    const hand = withPath(...POINTS);
    hand.drag([
      [40, 50],
      [70, 50],
    ]);
    expect(places(hand.history.paths[1])?.[0]).toEqual([49, 50]);
    expect(hand.hints).toEqual(["start-snapped"]);
  });

  test("a press on the line adds a point there; the hand and alt move the whole path", () => {
    const hand = withPath(...POINTS);
    hand.drag([
      [70, 50],
      [70, 30],
    ]);
    expect(places(hand.history.paths[1])).toEqual([
      [40, 50],
      [70, 30],
      [100, 50],
      [100, 90],
    ]);
    hand.press("h");
    hand.drag([
      [100, 70],
      [105, 60],
    ]);
    expect(places(hand.history.paths[1])).toEqual([
      [45, 40],
      [75, 20],
      [105, 40],
      [105, 80],
    ]);
  });

  test("a tap on a handle only chooses it", () => {
    const hand = withPath(...POINTS);
    const { done } = hand.history.document;
    hand.tap([100, 90]);
    expect(hand.state.chosen).toEqual({ region: 1, point: 2 });
    expect(hand.history.document.done).toBe(done);
  });

  test("a finger reaches farther than a mouse, and nobody what is hidden", () => {
    const far: readonly [number, number] = [100, 50 - 18 / 3.84]; // 18 CSS pixels away
    const withMouse = withPath([40, 50], [100, 50]);
    withMouse.tap(far);
    expect(withMouse.state.chosen).toBeNull();
    const withFinger = withPath([40, 50], [100, 50]);
    withFinger.tap(far, { kind: "touch" });
    expect(withFinger.state.chosen).toEqual({ region: 1, point: 1 });
    const hidden = withPath([40, 50], [100, 50]);
    hidden.send({ type: "set-hidden", hidden: [1] });
    hidden.tap([100, 50]);
    expect(hidden.state.chosen).toBeNull();
  });

  test("the hand takes up the region that it touches", () => {
    const hand = withRegions();
    hand.press("h");
    hand.tap([150, 50]);
    expect(hand.state.label).toBe(2);
  });
});

describe("the keyboard", () => {
  test("walks through regions and points with Tab, and leaves at the ends", () => {
    const hand = withPath([40, 50], [100, 50]);
    const seen = Array.from({ length: 5 }, () => [hand.press("Tab"), hand.state.chosen] as const);
    expect(seen).toEqual([
      [true, { region: 1, point: null }],
      [true, { region: 1, point: 0 }],
      [true, { region: 1, point: 1 }],
      [true, { region: 2, point: null }],
      [false, null],
    ]);
    expect(hand.press("Tab", { shift: true })).toBe(true);
    expect(hand.state.chosen).toEqual({ region: 2, point: null });
  });

  test("moves a point by one pixel or ten, and the whole path alike", () => {
    const hand = withPath([40, 50], [100, 50]);
    for (let tab = 0; tab < 3; tab += 1) hand.press("Tab");
    hand.press("ArrowRight");
    hand.press("ArrowUp", { shift: true });
    expect(places(hand.history.paths[1])).toEqual([
      [40, 50],
      [101, 40],
    ]);
    hand.press("Tab", { shift: true });
    hand.press("Tab", { shift: true });
    hand.press("ArrowDown");
    expect(places(hand.history.paths[1])).toEqual([
      [40, 51],
      [101, 41],
    ]);
  });

  test("makes a first path, adds points, removes them, turns the path around", () => {
    const hand = withRegions();
    hand.press("Tab");
    hand.press("Enter");
    expect(places(hand.history.paths[1])).toEqual([
      [40, 50],
      [60, 50],
    ]);
    hand.press("Enter");
    expect(places(hand.history.paths[1])).toEqual([
      [40, 50],
      [60, 50],
      [80, 50],
    ]);
    hand.press("ArrowDown", { shift: true });
    hand.press("r");
    expect(places(hand.history.paths[1])).toEqual([
      [40, 50],
      [20, 40],
      [1 - 1, 40],
    ]);
    hand.press("Delete");
    expect(places(hand.history.paths[1])).toEqual([
      [40, 50],
      [20, 40],
    ]);
    hand.press("Delete");
    expect(hand.history.paths).toEqual({});
  });

  test("chooses tools and labels, and leaves other keys to the page", () => {
    const hand = withRegions();
    const tools = ["b", "e", "l", "p", "w", "h"].map((key) => {
      hand.press(key);
      return hand.state.tool;
    });
    expect(tools).toEqual(["brush", "eraser", "lasso", "path", "wand", "hand"]);
    const labels = ["1", "2", "3", "4", "5", "6", "0"].map((key) => {
      hand.press(key);
      return hand.state.label;
    });
    expect(labels).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(hand.press("q")).toBe(false);
    expect(hand.press("c", { control: true })).toBe(false);
  });

  test("says when there is nothing to undo or redo", () => {
    const hand = scriptedHand();
    hand.press("z", { control: true });
    hand.press("z", { control: true, shift: true });
    expect(hand.hints).toEqual(["nothing-to-undo", "nothing-to-redo"]);
  });
});
