import { expect, test } from "vitest";
import { ownPath } from "./own-path.ts";

test.each(["/create", "/tasks/task_01?x=1", "/invite/abc-def", "/"])("%s is ours", (path) => {
  expect(ownPath(path)).toBe(path);
});

test.each([
  undefined,
  "",
  "create",
  "//evil.example",
  "/\\evil.example",
  "https://evil.example",
  "/a\nb",
  ["/a"],
])("%j is not followed", (path) => {
  expect(ownPath(path)).toBeNull();
});
