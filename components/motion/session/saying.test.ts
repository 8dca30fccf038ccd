import { expect, test } from "vitest";
import { type BrushDocument, emptyDocument, type Operation } from "#lib/motion/document.ts";
import { describeChange } from "./saying.ts";

const before: BrushDocument = emptyDocument({ widthPx: 10, heightPx: 10 });
const clear: Operation = { type: "clear", label: 1 };
const still: Operation = { type: "clear", label: 7 };
const one: BrushDocument = { ...before, done: [clear] };
const undone: BrushDocument = { ...before, undone: [clear] };

test("a step, its undoing and its redoing are told apart", () => {
  expect(describeChange(before, one)).toEqual({ type: "done", operation: clear });
  expect(describeChange(one, undone)).toEqual({ type: "undone", operation: clear });
  expect(describeChange(undone, one)).toEqual({ type: "redone", operation: clear });
});

test("another step after an undo is no redo", () => {
  expect(describeChange(undone, { ...before, done: [still] })).toEqual({ type: "done", operation: still });
});

test("where nothing has changed there is nothing to tell", () => {
  expect(describeChange(one, one)).toBeNull();
});
