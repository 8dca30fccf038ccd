import { expect, test } from "vitest";
import { plainRows } from "./plain-rows.ts";

test("values are listed by the path that Kling gives them", () => {
  const request = { kind: "effects", input: { mode: "std", images: ["https://example.com/a.png"] }, n: 2 };
  expect(plainRows(request, ["kind"])).toEqual([
    { path: "input.mode", value: "std" },
    { path: "input.images[0]", value: "https://example.com/a.png" },
    { path: "n", value: "2" },
  ]);
});

test("the team's own files and unset fields are left out", () => {
  expect(plainRows({ image: `asset_${"0".repeat(26)}`, seed: undefined, tail: null })).toEqual([]);
});

test("a long list is told by its length", () => {
  const points = Array.from({ length: 77 }, (_, index) => ({ x: index, y: index }));
  expect(plainRows({ trajectories: points })).toEqual([{ path: "trajectories", value: "× 77" }]);
});

test("false and zero are values", () => {
  expect(plainRows({ keep_original_sound: false, cfg_scale: 0 })).toEqual([
    { path: "keep_original_sound", value: "false" },
    { path: "cfg_scale", value: "0" },
  ]);
});
