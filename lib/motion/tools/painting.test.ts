import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BrushHistory } from "../history/brush-history.ts";
import { spread } from "../spread.fixture.ts";
import { BUTTON } from "./brush-event.ts";
import { scriptedHand } from "./scripted-hand.fixture.ts";

function withBrush(radiusPx: number) {
  const hand = scriptedHand();
  hand.send({ type: "set-brush-radius", radiusPx });
  return hand;
}

describe("the brush", () => {
  test("paints for the chosen label, one stroke one step", () => {
    const hand = withBrush(5);
    hand.press("4");
    hand.drag([
      [20, 50],
      [60, 50],
      [100, 50],
    ]);
    expect([hand.ownerAt(20, 50), hand.ownerAt(80, 50), hand.ownerAt(104, 50)]).toEqual([4, 4, 4]);
    expect([hand.ownerAt(80, 44), hand.ownerAt(107, 50)]).toEqual([0, 0]);
    expect(hand.history.document.done).toHaveLength(1);
    hand.press("z", { control: true });
    expect(hand.pixels(4)).toBe(0);
    hand.press("y", { control: true });
    expect(hand.ownerAt(80, 50)).toBe(4);
  });

  test("shows the stroke while it is drawn, the same as when it is done", () => {
    const place = fc.tuple(fc.integer({ min: -20, max: 220 }), fc.integer({ min: -20, max: 120 }));
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 1, maxLength: 30 }),
        spread({ min: 0.5, max: 20 }),
        (places, radius) => {
          const hand = withBrush(radius);
          const [first = [0, 0], ...others] = places;
          hand.down(first);
          for (const other of others) hand.move(other);
          const shown = hand.history.labels.owners.slice();
          hand.up(places.at(-1) ?? first);
          expect(hand.history.labels.owners).toEqual(shown);
          expect(new BrushHistory(hand.history.document).labels.owners).toEqual(shown);
        },
      ),
    );
  });

  test("may begin beside the picture", () => {
    const hand = withBrush(3);
    hand.drag([
      [-30, 50],
      [30, 50],
    ]);
    expect(hand.ownerAt(0, 50)).toBe(1);
  });

  test("draws a straight line from the last point with shift", () => {
    const hand = withBrush(2);
    hand.tap([10, 10]);
    hand.tap([90, 10], { shift: true });
    expect(hand.ownerAt(50, 10)).toBe(1);
    expect(hand.history.document.done).toHaveLength(2);
  });

  test("is as wide as a pen presses, and as wide as its ring for a mouse", () => {
    const hand = withBrush(10);
    hand.tap([30, 50], { kind: "pen", pressure: 0.1 });
    hand.tap([80, 50], { kind: "pen", pressure: 1 });
    hand.tap([130, 50]);
    expect([hand.ownerAt(33, 50), hand.ownerAt(88, 50), hand.ownerAt(138, 50)]).toEqual([0, 1, 1]);
    expect(hand.ownerAt(30, 50)).toBe(1);
  });

  test.each([
    ["the eraser", "mouse", BUTTON.main, "e"],
    ["a pen's other end", "pen", BUTTON.eraserEnd, "b"],
    ["a pen's barrel button", "pen", BUTTON.barrel, "b"],
  ] as const)("frees pixels with %s", (_, kind, button, key) => {
    const hand = withBrush(10);
    hand.tap([50, 50]);
    hand.press(key);
    hand.tap([50, 50], { kind, button, pressure: 1 });
    expect(hand.pixels(1)).toBe(0);
  });

  test("leaves locked regions alone, and says so when it should paint for one", () => {
    const hand = withBrush(10);
    hand.tap([50, 50]);
    hand.send({ type: "set-locked", locked: [1] });
    hand.press("2");
    hand.tap([55, 50]);
    expect([hand.ownerAt(52, 50), hand.ownerAt(63, 50)]).toEqual([1, 2]);
    hand.press("1");
    hand.tap([150, 50]);
    expect(hand.ownerAt(150, 50)).toBe(0);
    expect(hand.hints).toEqual(["label-locked"]);
  });

  test("grows and shrinks by alt and a drag, and by its keys", () => {
    const hand = withBrush(10);
    hand.drag(
      [
        [50, 50],
        [65, 50],
      ],
      { alt: true },
    );
    expect(hand.state.brushRadiusPx).toBeCloseTo(25);
    hand.press("[");
    expect(hand.state.brushRadiusPx).toBeLessThan(25);
    hand.press("]");
    expect(hand.state.brushRadiusPx).toBeCloseTo(25);
    expect(hand.history.document.done).toEqual([]);
  });

  test("gives up its stroke on Escape and when the browser takes the pointer away", () => {
    const hand = withBrush(5);
    hand.down([50, 50]);
    hand.press("Escape");
    hand.up([50, 50]);
    hand.down([80, 50]);
    hand.send({ type: "pointer-cancel", pointerId: 1 });
    expect(hand.pixels(1)).toBe(0);
    expect(hand.state.gesture.mode).toBe("idle");
    expect(hand.history.document.done).toEqual([]);
  });

  test("does nothing with the right button of a mouse", () => {
    const hand = withBrush(5);
    hand.tap([50, 50], { button: 2 });
    expect(hand.history.document.done).toEqual([]);
  });
});

describe("areas", () => {
  test("a lasso takes what it goes around", () => {
    const hand = scriptedHand();
    hand.press("l");
    hand.drag([
      [20, 20],
      [80, 20],
      [80, 80],
      [20, 80],
    ]);
    expect([hand.ownerAt(50, 50), hand.ownerAt(90, 50)]).toEqual([1, 0]);
  });

  test.each(["rectangle", "ellipse"] as const)(
    "a %s is drawn from corner to corner, with shift as wide as high",
    (tool) => {
      const hand = scriptedHand();
      hand.send({ type: "choose-tool", tool });
      hand.down([20, 20]);
      hand.move([80, 40], { shift: true });
      hand.up([80, 40]);
      expect([hand.ownerAt(50, 75), hand.ownerAt(21, 21)]).toEqual([1, tool === "rectangle" ? 1 : 0]);
    },
  );

  test("a polygon is tapped corner by corner, straightened by shift, and closed on its first corner", () => {
    const hand = scriptedHand();
    hand.send({ type: "choose-tool", tool: "polygon" });
    hand.tap([20, 20]);
    hand.tap([80, 22], { shift: true });
    hand.tap([80, 80]);
    expect(hand.history.document.done).toEqual([]);
    hand.tap([20, 20]);
    expect(hand.ownerAt(70, 25)).toBe(1);
    expect(hand.ownerAt(70, 18)).toBe(0);
    expect(hand.history.document.done).toHaveLength(1);
  });

  test("a polygon ends on Enter, loses corners one by one to undo, and is given up on Escape", () => {
    const hand = scriptedHand();
    hand.send({ type: "choose-tool", tool: "polygon" });
    for (const corner of [
      [20, 20],
      [80, 20],
      [80, 80],
      [150, 90],
    ] as const)
      hand.tap(corner);
    hand.press("z", { control: true });
    hand.press("Enter");
    expect([hand.ownerAt(70, 40), hand.ownerAt(110, 78)]).toEqual([1, 0]);
    hand.tap([100, 10]);
    hand.press("Escape");
    expect(hand.state.gesture.mode).toBe("idle");
  });

  test("a fill takes the owner's pixels under it once, and no locked ones", () => {
    const hand = scriptedHand();
    hand.send({ type: "choose-tool", tool: "fill" });
    hand.tap([50, 50]);
    hand.tap([60, 50]);
    expect(hand.pixels(1)).toBe(200 * 100);
    expect(hand.history.document.done).toHaveLength(1);
    hand.send({ type: "set-locked", locked: [1] });
    hand.press("2");
    hand.tap([50, 50]);
    expect([hand.pixels(2), hand.hints]).toEqual([0, ["label-locked"]]);
  });
});

describe("auto-select", () => {
  test("grows by taps, keeps out by long presses and alt, and is applied by Enter", () => {
    const hand = scriptedHand();
    hand.press("w");
    hand.tap([50, 50]);
    hand.down([90, 50], { timeMs: 1000 });
    hand.up([90, 50], { timeMs: 1600 });
    hand.tap([120, 50], { alt: true });
    const { gesture } = hand.state;
    expect(gesture.mode === "selecting" && gesture.seeds.map(({ isNegative }) => isNegative)).toEqual([
      false,
      true,
      true,
    ]);
    hand.send({ type: "selection-found", runs: [[1000, 50]] });
    expect(hand.pixels(1)).toBe(0);
    hand.press("Enter");
    expect(hand.pixels(1)).toBe(50);
    expect(hand.state.gesture.mode).toBe("idle");
  });

  test("is given up by Escape, also when its answer comes late", () => {
    const hand = scriptedHand();
    hand.press("w");
    hand.tap([50, 50]);
    hand.press("Escape");
    hand.send({ type: "selection-found", runs: [[1000, 50]] });
    hand.press("Enter");
    expect(hand.pixels(1)).toBe(0);
  });
});
