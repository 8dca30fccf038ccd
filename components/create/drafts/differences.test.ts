import { expect, test } from "vitest";
import { initialCreateState, reduceCreate } from "../create-state.ts";
import { differencesOf } from "./differences.ts";

const mine = initialCreateState("text2video");

test("what two people changed is told by name, what they typed first, each once", () => {
  const patch = {
    camera_axis: "pan",
    camera_value: 3,
    duration: "10",
    prompt: "a boat",
    guide: "camera",
  } as const;
  const theirs = reduceCreate(reduceCreate(mine, { type: "edit", patch }), { type: "set-takes", takes: 2 });
  expect(differencesOf(mine, theirs)).toEqual(["prompt", "guide", "camera", "duration", "takes"]);
});

test("equal forms differ in nothing: then it is the drawing", () => {
  expect(differencesOf(mine, { ...mine })).toEqual([]);
});
