import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isBase64, isMediaReference, mediaForm } from "./media.ts";

describe("a media reference", () => {
  test.each([
    ["asset_01JCQZZZZZZZZZZZZZZZZZZZZA", "asset", true],
    ["HTTPS://example.com/a.png", "url", true],
    ["http://", "url", false],
    ["iVBORw0KGgo=", "base64", true],
    ["asset_tooshort", "base64", false],
    ["ftp://example.com/a.png", "base64", false],
    ["data:image/png;base64,iVBORw0KGgo=", "base64", false],
    ["", "base64", false],
  ])("%s is %s, usable: %s", (reference, form, isUsable) => {
    expect(mediaForm(reference)).toBe(form);
    expect(isMediaReference(reference)).toBe(isUsable);
  });

  test("every file's base64 is recognised, padded or not", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (bytes) => {
        const text = btoa(String.fromCharCode(...bytes));
        expect(isBase64(text)).toBe(true);
        expect(isBase64(text.replace(/=+$/, ""))).toBe(true);
      }),
    );
  });

  test.each(["a", "ab=", "abc==", "ab-d", "ab d", "====", "abcd="])("%s is not base64", (text) => {
    expect(isBase64(text)).toBe(false);
  });

  test("a picture of the largest size is checked without exhausting the stack", () => {
    expect(isBase64("A".repeat(14_000_000))).toBe(true);
    expect(isBase64(`${"A".repeat(13_999_999)}!`)).toBe(false);
  });
});
