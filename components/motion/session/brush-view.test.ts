import { expect, test } from "vitest";
import { emptyDocument } from "#lib/motion/document.ts";
import { imagePoint } from "#lib/motion/point.ts";
import { initialState } from "#lib/motion/tools/brush-state.ts";
import { nextView } from "./brush-view.ts";

const size = { widthPx: 100, heightPx: 100 };
const state = initialState({ canvas: size, picture: size });
const looks = { opacity: 0.5, hidden: [], solo: null };
const path = [imagePoint(1, 1), imagePoint(9, 9)];
const source = {
  state,
  looks,
  document: emptyDocument(size),
  paths: { 1: path } as const,
  extents: new Map(),
};

test("what the controls do not show renders nothing: the very same view comes back", () => {
  const view = nextView(null, source);
  const painting = {
    ...state,
    view: { ...state.view, left: 40 },
    gesture: {
      mode: "painting",
      pointerId: 1,
      paint: { label: 1, locked: [] },
      points: [],
    } as const,
  };
  expect(nextView(view, { ...source, state: painting, paths: { 1: path } })).toBe(view);
});

test("a step makes undo possible, and what has just been painted is known", () => {
  const view = nextView(null, source);
  expect(view.canUndo).toBe(false);
  const document = { ...source.document, done: [{ type: "clear", label: 1 } as const] };
  const extents = new Map([[7 as const, { pixels: 3, at: imagePoint(1, 1) }]]);
  expect(nextView(view, { ...source, document, extents })).toMatchObject({ canUndo: true, painted: [7] });
});
