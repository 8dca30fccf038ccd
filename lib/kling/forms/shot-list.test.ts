import { describe, expect, test } from "vitest";
import { fitted, moved, multiPromptOf, secondsOf, shotsAt, withOneMore, withoutShot } from "./shot-list.ts";

const SHOTS = [
  { prompt: "a boat", seconds: 5 },
  { prompt: "a gull", seconds: 2 },
  { prompt: "a storm", seconds: 3 },
];

describe("the shots of a clip", () => {
  test("keep the length of the clip when one more is added, taken away or moved", () => {
    expect(withOneMore(SHOTS)?.map(({ seconds }) => seconds)).toEqual([3, 2, 3, 2]);
    expect(withoutShot(SHOTS, 0).map(({ seconds }) => seconds)).toEqual([7, 3]);
    expect(withoutShot(SHOTS, 2).map(({ seconds }) => seconds)).toEqual([5, 5]);
    expect(moved(SHOTS, 2, 0).map(({ prompt }) => prompt)).toEqual(["a storm", "a boat", "a gull"]);
    for (const shots of [withOneMore(SHOTS), withoutShot(SHOTS, 1), moved(SHOTS, 0, 2)])
      expect(secondsOf(shots ?? [])).toBe(10);
  });

  test("take no more of them than there are seconds, and none moves out of the order", () => {
    expect(withOneMore([{ prompt: "", seconds: 1 }])).toBeNull();
    expect(fitted(SHOTS, 2)).toBeNull();
    expect(moved(SHOTS, 0, -1)).toBe(SHOTS);
    expect(moved(SHOTS, 2, 3)).toBe(SHOTS);
  });

  test("are numbered from one in the request, and come back from it", () => {
    const multi_prompt = multiPromptOf(SHOTS);
    expect(multi_prompt[2]).toEqual({ index: 3, prompt: "a storm", duration: "3" });
    expect(shotsAt({ kind: "omni-video", multi_prompt }, "multi_prompt")).toEqual(SHOTS);
  });
});
