import { expect, test } from "vitest";
import { isInstalled } from "./install.mjs";
import { hostNodeProblem } from "./node-version.mjs";

test.each([
  ["18.20.4", false],
  ["20.10.0", false],
  ["20.11.0", true],
  ["20.20.2", true],
  ["22.1.0", true],
  ["24.21.0", true],
])("a host with Node %s can start: %s", (version, possible) => {
  expect(hostNodeProblem(version) === null).toBe(possible);
});

const lock = {
  packages: {
    "": { version: "0.1.0" },
    "node_modules/next": { version: "16.4.5" },
    "node_modules/for-another-system": { version: "1.0.0", os: ["no-such-system"] },
    "node_modules/optional": { version: "1.0.0", optional: true },
  },
};

test("an installation is complete when every package for this system is there in the right version", () => {
  expect(isInstalled(lock, { packages: { "node_modules/next": { version: "16.4.5" } } })).toBe(true);
});

test.each([
  ["missing", {}],
  ["outdated", { "node_modules/next": { version: "16.4.4" } }],
  [
    "optional, but there in the wrong version",
    { "node_modules/next": { version: "16.4.5" }, "node_modules/optional": { version: "0.9.0" } },
  ],
])("an installation with a package that is %s is done again", (_how, packages) => {
  expect(isInstalled(lock, { packages })).toBe(false);
});

test("without the list that npm leaves behind nothing is taken for installed", () => {
  expect(isInstalled(lock, null)).toBe(false);
});
