import { expect, test } from "vitest";
import { COMMON_PASSWORDS } from "./common-passwords.ts";
import { type PasswordWeakness, weaknessOf } from "./password-rules.ts";

const PERSONAL = ["ann.tremblay@harborfilms.ca", "Ann Tremblay"];

const WEAK: readonly [string, PasswordWeakness][] = [
  ["", "too_short"],
  ["short", "too_short"],
  ["elevenchars", "too_short"],
  ["🎬🎬🎬🎬🎬🎬", "too_short"],
  ["aaaaaaaaaaaa", "too_simple"],
  ["abababababab", "too_simple"],
  ["abcdefabcdef", "too_simple"],
  ["abcdefghijkl", "too_simple"],
  ["123456789012", "too_simple"],
  ["987654321098", "too_simple"],
  ["            ", "too_simple"],
  ["password1234", "common"],
  ["PASSWORD1234", "common"],
  ["Ｐassword1234", "common"],
  ["qwertyuiop123", "common"],
  ["1qaz2wsx3edc", "common"],
  ["iloveyou12345", "common"],
  ["woaini1314520", "common"],
  ["changeme1234", "common"],
  ["correcthorsebatterystaple", "common"],
  ["Framewright1", "personal"],
  ["framewright!!!", "personal"],
  ["kling-framewright", "personal"],
  ["tremblay2024", "personal"],
  ["harborfilms99", "personal"],
  ["Ann.Tremblay@harborfilms", "personal"],
];

test.each(WEAK)("refuses %j as %s", (password, weakness) => {
  expect(weaknessOf({ password, personal: PERSONAL })).toBe(weakness);
});

const STRONG = [
  "four green kites fly",
  "kites-over-the-harbour",
  "tremblay walks nine dogs",
  "x9$kQ2!vTb7&",
  "пароль из четырёх слов",
  "四只绿色的风筝在海港上空飞",
  "🎬🪁🌊🌲🎞️🏔️🚲🎧🧭🪵🌾🕯️",
  "  spaces are fine too  ",
  "ﬁne ligatures here",
  "zero\u200dwidth joiners",
  "ünïcödé pässwörd",
  "أربع طائرات ورقية خضراء",
  "correct horse battery staples",
  "password of a kind stranger",
];

test.each(STRONG)("takes %j", (password) => {
  expect(weaknessOf({ password, personal: PERSONAL })).toBeNull();
});

test("every common password is long enough to be asked for, in lower case and listed once", () => {
  expect(COMMON_PASSWORDS.size).toBeGreaterThan(400);
  for (const password of COMMON_PASSWORDS) {
    expect(password.length).toBeGreaterThanOrEqual(12);
    expect(password).toBe(password.normalize("NFKC").toLowerCase());
  }
});
