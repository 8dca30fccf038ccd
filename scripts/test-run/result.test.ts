import { expect, test } from "vitest";
import { runStages, summary } from "./result.ts";

test("every stage runs, a stage that throws counts as one failure, and the last line adds up", async () => {
  const announced: string[] = [];
  const reports = await runStages(
    [
      { name: "check", run: async () => ({ passed: 4, failed: 0 }) },
      { name: "build", run: () => Promise.reject(new Error("no build")) },
      { name: "unit", run: async () => ({ passed: 10, failed: 2 }) },
    ],
    (text) => announced.push(text),
  );
  expect(announced).toContain("no build");
  expect(summary(reports).split("\n").at(-1)).toBe("14 passed, 3 failed");
  expect(summary(reports).split("\n")).toHaveLength(4);
});
