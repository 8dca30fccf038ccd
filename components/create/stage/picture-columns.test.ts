import { describe, expect, test } from "vitest";
import { columnsFor } from "./picture-columns.ts";

const WIDE = { widthPx: 1024, heightPx: 576 };
const TALL = { widthPx: 576, heightPx: 1024 };
const SQUARE = { widthPx: 1024, heightPx: 1024 };
const PANORAMA = { widthPx: 1024, heightPx: 438 };

/** The stage with several pictures on it: on a phone, and on a wide screen. */
const [PHONE, DESKTOP] = [0.9, 1.7];

describe("pictures on the stage", () => {
  test("one has it to itself", () => {
    for (const box of [PHONE, DESKTOP]) expect(columnsFor(1, WIDE, box)).toBe(1);
  });

  test("two lie one above the other where they are wide, and side by side where they are tall", () => {
    expect(columnsFor(2, WIDE, PHONE)).toBe(1);
    expect(columnsFor(2, PANORAMA, DESKTOP)).toBe(1);
    expect(columnsFor(2, TALL, PHONE)).toBe(2);
    expect(columnsFor(2, SQUARE, DESKTOP)).toBe(2);
  });

  test("nine squares lie three by three", () => {
    for (const box of [PHONE, 1]) expect(columnsFor(9, SQUARE, box)).toBe(3);
  });

  test("no other number of columns makes them larger", () => {
    for (const picture of [WIDE, TALL, SQUARE, PANORAMA]) {
      for (const box of [PHONE, DESKTOP]) {
        for (let count = 1; count <= 9; count += 1) {
          const widthIn = (columns: number) =>
            Math.min(box / columns, picture.widthPx / picture.heightPx / Math.ceil(count / columns));
          const others = Array.from({ length: count }, (_, index) => widthIn(index + 1));
          expect(widthIn(columnsFor(count, picture, box))).toBeCloseTo(Math.max(...others), 9);
        }
      }
    }
  });
});
