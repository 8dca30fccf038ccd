import { expect, test } from "vitest";
import { librarySupport } from "./library.ts";

test.each([
  ["sandbox", "sandbox", "stated", "stated", "stated"],
  ["native", "official_china", "stated", "stated", "stated"],
  ["native", "kapon", "unstated", "unstated", "unstated"],
  ["unified", "unified", "stated", "none", "none"],
  ["generations", "generations", "none", "none", "none"],
] as const)("a %s connection (%s) has elements %s and %s, voices %s", (provider, preset, ...expected) => {
  const kinds = ["custom-elements", "advanced-custom-elements", "custom-voices"] as const;
  expect(kinds.map((kind) => librarySupport({ provider, preset }, kind))).toEqual(expected);
});
