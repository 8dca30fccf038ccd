import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { belowFloor, isOlder, type Lock, type VersionFloor } from "#scripts/version-floors.ts";

async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, "utf8"));
}

const floors = await readJson<VersionFloor[]>("scripts/version-floors.json");

test("the lock file holds no package below its security floor", async () => {
  expect(belowFloor(await readJson<Lock>("package-lock.json"), floors)).toEqual([]);
});

test("an old copy is found wherever it hides", () => {
  const lock = {
    packages: {
      "node_modules/next": { version: "16.4.5" },
      "node_modules/some-package/node_modules/next": { version: "16.0.6" },
    },
  };
  const problems = belowFloor(lock, [{ package: "next", floor: "16.4.5", reason: "CVE" }]);
  expect(problems).toEqual([
    "node_modules/some-package/node_modules/next is 16.0.6, at least 16.4.5 needed: CVE",
  ]);
});

test("a floor for a package that is gone is reported, so that the list stays true", () => {
  expect(belowFloor({ packages: {} }, [{ package: "next", floor: "16.4.5", reason: "" }])).toHaveLength(1);
});

test.each([
  ["16.4.4", true],
  ["16.4.5", false],
  ["16.4.5-beta.1", true],
  ["16.10.0", false],
  ["9.99.99", true],
])("%s is older than 16.4.5: %s", (version, expected) => {
  expect(isOlder(version, "16.4.5")).toBe(expected);
});
