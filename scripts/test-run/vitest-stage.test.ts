import { expect, test } from "vitest";
import { countVitest } from "./vitest-stage.ts";

const report = {
  numPassedTests: 5,
  numFailedTests: 1,
  testResults: [{ status: "failed", assertionResults: [{}] }],
};

test("tests are counted as vitest counts them", () => {
  expect(countVitest(report, 1)).toEqual({ passed: 5, failed: 1 });
});

test("a file that cannot be loaded is a failure", () => {
  const testResults = [{ status: "failed", assertionResults: [] }];
  expect(countVitest({ numPassedTests: 5, numFailedTests: 0, testResults }, 1)).toEqual({
    passed: 5,
    failed: 1,
  });
});

test("a failure outside of all tests is never swallowed", () => {
  expect(countVitest({ numPassedTests: 5, numFailedTests: 0, testResults: [] }, 1)).toEqual({
    passed: 5,
    failed: 1,
  });
});
