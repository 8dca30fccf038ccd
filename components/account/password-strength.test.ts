import { expect, test } from "vitest";
import { passwordStrength } from "./password-strength.ts";

test.each([
  ["", 0, 12],
  ["short", 1, 7],
  ["纸船在雨中漂流", 1, 5],
  ["aaaaaaaaaaaaaaaa", 2, 0],
  ["paper boat ri", 3, 0],
  ["paper boat in the rain", 4, 0],
])("%j is level %i with %i characters to go", (password, level, missingCharacters) => {
  expect(passwordStrength(password)).toEqual({ level, missingCharacters });
});
