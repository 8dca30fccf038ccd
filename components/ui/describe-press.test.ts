import { expect, test } from "vitest";
import { describePress } from "./describe-press.ts";

const plain = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };

test.each([
  ["g", { key: "g" }],
  ["Shift+G", { key: "G", shiftKey: true }],
  ["?", { key: "?", shiftKey: true }],
  ["mod+Enter", { key: "Enter", metaKey: true }],
  ["mod+Enter", { key: "Enter", ctrlKey: true }],
  ["mod+Shift+Enter", { key: "Enter", ctrlKey: true, shiftKey: true }],
  ["Alt+ArrowLeft", { key: "ArrowLeft", altKey: true }],
  [null, { key: "Shift", shiftKey: true }],
])("a press is spelt %s", (spelt, press) => {
  expect(describePress({ ...plain, ...press })).toBe(spelt);
});
