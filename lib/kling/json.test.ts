import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseLossless, stringifyLossless } from "./json.ts";

const ELEMENT =
  '{"data":{"element_id":842130978230767622,"tags":[{"id":-9007199254740993}],"duration":5.041}}';

describe("lossless JSON", () => {
  test("keeps an element_id beyond 2^53, where JSON.parse rounds it", () => {
    expect(JSON.stringify(JSON.parse(ELEMENT))).not.toBe(ELEMENT);
    expect(parseLossless(ELEMENT)).toEqual({
      data: { element_id: 842130978230767622n, tags: [{ id: -9007199254740993n }], duration: 5.041 },
    });
    expect(stringifyLossless({ ...Object(parseLossless(ELEMENT)) })).toBe(ELEMENT);
  });

  test("leaves every number alone that a number can hold", () => {
    expect(parseLossless("[0,1,-1,9007199254740991,0.1,1e3]")).toEqual([
      0,
      1,
      -1,
      Number.MAX_SAFE_INTEGER,
      0.1,
      1000,
    ]);
  });

  test("no integer is ever rounded, of any size, in and out", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), (integer) => {
        expect(stringifyLossless([Object(parseLossless(`{"id":${integer}}`))])).toBe(`[{"id":${integer}}]`);
      }),
    );
  });

  test("agrees with JSON on everything that JSON can carry", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        const wrapped = `{"value":${text}}`;
        if (/\d{16}/.test(text)) return;
        expect(parseLossless(wrapped)).toEqual(JSON.parse(wrapped));
        expect(stringifyLossless({ value })).toBe(JSON.stringify({ value }));
      }),
    );
  });

  test("refuses malformed text as JSON does", () => {
    expect(() => parseLossless("{")).toThrow(SyntaxError);
    expect(() => parseLossless(`${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}`)).toThrow(SyntaxError);
  });
});
