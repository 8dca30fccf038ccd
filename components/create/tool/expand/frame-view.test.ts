import { describe, expect, test } from "vitest";
import { NO_EXPANSION } from "#lib/kling/expansion.ts";
import { frameOf, placeIn, restingView, viewWhileDragging } from "./frame-view.ts";

const PICTURE = { widthPx: 1000, heightPx: 500 };

describe("the view of a frame", () => {
  test("the frame lies around the picture, by shares of the picture's own sides", () => {
    expect(frameOf(NO_EXPANSION, PICTURE)).toEqual({ x: 0, y: 0, ...PICTURE });
    expect(frameOf({ up: 0.5, down: 0, left: 0.1, right: 0.2 }, PICTURE)).toEqual({
      x: -100,
      y: -250,
      widthPx: 1300,
      heightPx: 750,
    });
  });

  test("at rest the frame is in its middle, with as much room on every side", () => {
    const frame = frameOf({ ...NO_EXPANSION, left: 1 }, PICTURE);
    const view = restingView(frame);
    expect(frame.x - view.x).toBeCloseTo(frame.y - view.y);
    expect(frame.x - view.x).toBeGreaterThan(0);
    expect(view.x + view.widthPx / 2).toBeCloseTo(frame.x + frame.widthPx / 2);
  });

  test("stays while an edge is dragged within it, and widens when the frame would leave it", () => {
    const view = restingView(frameOf(NO_EXPANSION, PICTURE));
    const within = frameOf({ ...NO_EXPANSION, right: 0.1 }, PICTURE);
    expect(viewWhileDragging(view, within)).toEqual(view);
    const beyond = frameOf({ ...NO_EXPANSION, right: 1 }, PICTURE);
    const wider = viewWhileDragging(view, beyond);
    expect(wider.x).toBe(view.x);
    expect(wider.x + wider.widthPx).toBe(beyond.widthPx);
  });

  test("says where a part lies in shares of the view", () => {
    const view = { x: -500, y: 0, widthPx: 2000, heightPx: 500 };
    expect(placeIn(view, { x: 0, y: 0, ...PICTURE })).toEqual({
      left: "25%",
      top: "0%",
      width: "50%",
      height: "100%",
    });
  });
});
