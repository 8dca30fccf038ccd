import { expect, test } from "vitest";
import { isBuildInput } from "#scripts/build.ts";
import { fingerprint } from "./fingerprint.ts";

const files = [
  { path: "app/page.tsx", content: "one" },
  { path: "lib/env.ts", content: "two" },
];

test("the order in which files are found does not matter", () => {
  expect(fingerprint([...files].reverse())).toBe(fingerprint(files));
});

test.each([
  ["edited", [{ path: "app/page.tsx", content: "changed" }, files[1]]],
  ["renamed", [{ path: "app/page2.tsx", content: "one" }, files[1]]],
  ["added", [...files, { path: "app/new.tsx", content: "" }]],
  ["removed", [files[0]]],
  [
    "split differently",
    [
      { path: "app/page.tsx", content: "onelib/env.ts" },
      { path: "", content: "two" },
    ],
  ],
])("a file that is %s makes the build stale", (_change, changed) => {
  expect(fingerprint(changed.filter((file) => file !== undefined))).not.toBe(fingerprint(files));
});

test.each([
  ["app/page.tsx", true],
  ["lib/kling/models.ts", true],
  ["lib/kling/models.test.ts", false],
  ["lib/worker/main.ts", false],
  ["lib/db/generated/client.ts", false],
])("%s belongs to what the build is made from: %s", (file, expected) => {
  expect(isBuildInput(file)).toBe(expected);
});
