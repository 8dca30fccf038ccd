import { expect, test } from "vitest";
import { gradeOf } from "./grade-of.ts";

test("a better score never gets a worse word, and the ends are plain", () => {
  const order = ["bad", "poor", "fair", "good"];
  const grades = Array.from({ length: 101 }, (_, score) => order.indexOf(gradeOf(score)));
  expect(grades).toEqual([...grades].sort((less, more) => less - more));
  expect([gradeOf(0), gradeOf(100)]).toEqual(["bad", "good"]);
});
