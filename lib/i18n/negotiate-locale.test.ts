import { describe, expect, test } from "vitest";
import { negotiateLocale } from "./negotiate-locale.ts";

describe("negotiateLocale", () => {
  test("what was chosen before outranks the browser's languages", () => {
    expect(negotiateLocale("zh-CN", "en")).toBe("zh-CN");
  });

  test.each([
    ["zh-TW,zh;q=0.9,en;q=0.8", "zh-CN"],
    ["fr-FR,en-GB;q=0.5,zh;q=0.4", "en"],
    ["en;q=0.2, zh-Hans-CN;q=0.9", "zh-CN"],
    ["zh;q=0, en;q=0.1", "en"],
    ["zh;q=nonsense, en;q=0.1", "en"],
    ["fr", "en"],
    ["", "en"],
  ])("Accept-Language %j is answered in %s", (acceptLanguage, locale) => {
    expect(negotiateLocale(undefined, acceptLanguage)).toBe(locale);
  });

  test("a choice that does not exist is ignored", () => {
    expect(negotiateLocale("../../etc", "zh")).toBe("zh-CN");
  });
});
