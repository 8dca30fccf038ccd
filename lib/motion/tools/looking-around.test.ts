import { describe, expect, test } from "vitest";
import { BrushHistory } from "../history/brush-history.ts";
import { imagePoint } from "../point.ts";
import { type ScreenPoint, screenPoint, toImage, toScreen } from "../view/view.ts";
import { scriptedHand } from "./scripted-hand.fixture.ts";

type Hand = ReturnType<typeof scriptedHand>;

/** A touch in CSS pixels, which stay where they are while the picture moves. */
function touch(
  hand: Hand,
  type: "pointer-down" | "pointer-move" | "pointer-up",
  id: number,
  x: number,
  y: number,
) {
  const screen = screenPoint(x, y);
  const sample = { at: toImage(hand.state.view, screen), pressure: 0.5 };
  const modifiers = { shift: false, alt: false, control: false };
  const common = { pointerId: id, screen, modifiers, timeMs: 0 };
  switch (type) {
    case "pointer-down":
      return hand.send({ type, kind: "touch", button: 0, sample, ...common });
    case "pointer-move":
      return hand.send({ type, kind: "touch", samples: [sample], ...common });
    case "pointer-up":
      return hand.send({ type, ...common });
  }
}

function expectNear(at: ScreenPoint, x: number, y: number): void {
  expect(at.x).toBeCloseTo(x);
  expect(at.y).toBeCloseTo(y);
}

describe("two fingers", () => {
  test("zoom and pan, and take back what the first had begun", () => {
    const hand = scriptedHand();
    touch(hand, "pointer-down", 1, 300, 300);
    touch(hand, "pointer-move", 1, 330, 300);
    expect(hand.pixels(1)).toBeGreaterThan(0);
    touch(hand, "pointer-down", 2, 430, 300);
    expect(hand.pixels(1)).toBe(0);
    const { scale } = hand.state.view;
    const between = toImage(hand.state.view, screenPoint(380, 300));
    touch(hand, "pointer-move", 1, 300, 320);
    touch(hand, "pointer-move", 2, 500, 320);
    expect(hand.state.view.scale).toBeCloseTo(scale * 2, 1);
    expectNear(toScreen(hand.state.view, between), 400, 320);
    touch(hand, "pointer-up", 2, 500, 320);
    touch(hand, "pointer-move", 1, 310, 320);
    expectNear(toScreen(hand.state.view, between), 410, 320);
    touch(hand, "pointer-up", 1, 310, 320);
    expect([hand.pixels(1), hand.history.document.done]).toEqual([0, []]);
    expect(hand.state.gesture.mode).toBe("idle");
  });

  test("do not end a polygon or a path of taps", () => {
    const hand = scriptedHand();
    hand.send({ type: "choose-tool", tool: "polygon" });
    for (const corner of [
      [20, 20],
      [80, 20],
    ] as const)
      hand.tap(corner, { kind: "touch" });
    touch(hand, "pointer-down", 1, 300, 300);
    touch(hand, "pointer-down", 2, 400, 300);
    touch(hand, "pointer-up", 1, 300, 300);
    touch(hand, "pointer-up", 2, 400, 300);
    const { gesture } = hand.state;
    expect(gesture.mode === "polygon" && gesture.corners.length).toBe(2);
    hand.tap([80, 80], { kind: "touch" });
    hand.press("Enter");
    expect(hand.ownerAt(70, 40)).toBe(1);
  });

  test("mean nothing while a pen draws: a palm is no pinch", () => {
    const hand = scriptedHand();
    hand.down([20, 50], { id: 9, kind: "pen", pressure: 1 });
    touch(hand, "pointer-down", 1, 300, 300);
    touch(hand, "pointer-down", 2, 400, 300);
    hand.move([60, 50], { id: 9, kind: "pen", pressure: 1 });
    hand.up([60, 50], { id: 9, kind: "pen" });
    expect(hand.ownerAt(40, 50)).toBe(1);
    expect(hand.history.document.done).toHaveLength(1);
  });
});

describe("a palm that lies down before the pen", () => {
  test("neither draws nor keeps the pen from drawing", () => {
    const hand = scriptedHand();
    touch(hand, "pointer-down", 1, 300, 300);
    expect(hand.pixels(1)).toBeGreaterThan(0);
    hand.down([20, 20], { id: 9, kind: "pen", pressure: 1 });
    hand.move([60, 20], { id: 9, kind: "pen", pressure: 1 });
    touch(hand, "pointer-up", 1, 300, 300);
    hand.up([60, 20], { id: 9, kind: "pen" });
    const { done } = hand.history.document;
    expect(done).toHaveLength(1);
    expect(hand.history.labels.owners).toEqual(new BrushHistory(hand.history.document).labels.owners);
    expect(hand.ownerAt(40, 20)).toBe(1);
  });
});

describe("one finger", () => {
  test("draws until a pen was seen, then pans, unless it is told to draw", () => {
    const hand = scriptedHand();
    hand.tap([20, 50], { kind: "touch" });
    expect(hand.ownerAt(20, 50)).toBe(1);
    hand.tap([60, 50], { kind: "pen", pressure: 1 });
    const { view } = hand.state;
    hand.drag(
      [
        [100, 50],
        [120, 50],
      ],
      { kind: "touch" },
    );
    expect(hand.ownerAt(100, 50)).toBe(0);
    expect(hand.state.view.left).toBeGreaterThan(view.left);
    hand.send({ type: "set-touch", touch: "draws" });
    hand.tap([100, 50], { kind: "touch" });
    expect(hand.ownerAt(100, 50)).toBe(1);
    hand.send({ type: "set-touch", touch: "pans" });
    hand.tap([150, 50], { kind: "touch" });
    expect(hand.ownerAt(150, 50)).toBe(0);
  });
});

describe("looking around", () => {
  test.each([
    ["the middle button", { button: 1 }, ""],
    ["the space bar held", {}, " "],
  ])("pans with %s and draws nothing", (_, options, key) => {
    const hand = scriptedHand();
    if (key) hand.press(key);
    const { view } = hand.state;
    const from = toScreen(view, imagePoint(50, 50));
    hand.down([50, 50], options);
    hand.send({
      type: "pointer-move",
      kind: "mouse",
      pointerId: 1,
      samples: [],
      screen: screenPoint(from.x + 30, from.y - 20),
      modifiers: { shift: false, alt: false, control: false },
      timeMs: 0,
    });
    hand.up([50, 50]);
    expect([hand.state.view.left - view.left, hand.state.view.top - view.top]).toEqual([30, -20]);
    expect(hand.history.document.done).toEqual([]);
    hand.send({ type: "key-up", key: " " });
    hand.tap([50, 50]);
    expect(hand.history.document.done).toHaveLength(1);
  });

  test("the wheel keeps what is under the pointer, and ends at 0.1 and 20 times", () => {
    const hand = scriptedHand({ widthPx: 4096, heightPx: 4096 });
    const screen = screenPoint(123, 456);
    const under = toImage(hand.state.view, screen);
    hand.send({ type: "wheel", screen, deltaY: -240, isPinch: false });
    expectNear(toScreen(hand.state.view, under), 123, 456);
    hand.send({ type: "wheel", screen, deltaY: -1e5, isPinch: false });
    expect(hand.state.view.scale).toBe(20);
    hand.send({ type: "wheel", screen, deltaY: 1e5, isPinch: true });
    expect(hand.state.view.scale).toBe(0.1);
  });

  test("shows all of the picture, or each of its pixels as one", () => {
    const hand = scriptedHand();
    const { view } = hand.state;
    hand.send({ type: "show", what: "actual-size" });
    expect(hand.state.view.scale).toBe(1);
    hand.send({ type: "show", what: "nearer" });
    expect(hand.state.view.scale).toBeCloseTo(1.25);
    hand.send({ type: "show", what: "all" });
    expect(hand.state.view).toEqual(view);
  });

  test("a picture that was shown whole stays so when the canvas changes, another keeps its middle", () => {
    const hand = scriptedHand();
    const { view } = hand.state;
    hand.send({ type: "canvas-resized", canvas: { widthPx: 400, heightPx: 300 } });
    expect(hand.state.view.scale).toBeCloseTo(view.scale / 2);
    hand.send({ type: "show", what: "nearer" });
    const middle = toImage(hand.state.view, screenPoint(200, 150));
    hand.send({ type: "canvas-resized", canvas: { widthPx: 300, heightPx: 500 } });
    expectNear(toScreen(hand.state.view, middle), 150, 250);
  });

  test("cannot lose the picture", () => {
    const hand = scriptedHand();
    hand.press("h");
    hand.drag([
      [50, 50],
      [9000, 9000],
    ]);
    const corner = toScreen(hand.state.view, imagePoint(0, 0));
    expect(corner.x).toBeLessThanOrEqual(800 - 48);
    expect(corner.y).toBeLessThanOrEqual(600 - 48);
  });
});
