import fc from "fast-check";
import { expect, test } from "vitest";
import { firstRange, moveHandle, type TrimHandle } from "./trim-range.ts";

const BOUNDS = { durationSeconds: 20, minSeconds: 3, maxSeconds: 10 };

test("a film that is too long begins with its longest allowed part", () => {
  expect(firstRange(BOUNDS)).toEqual({ start: 0, end: 10 });
  expect(firstRange({ ...BOUNDS, durationSeconds: 6 })).toEqual({ start: 0, end: 6 });
});

test("an end that would make the part too long or too short takes the other along", () => {
  const range = { start: 4, end: 12 };
  expect(moveHandle(range, { handle: "end", to: 18, bounds: BOUNDS })).toEqual({ start: 8, end: 18 });
  expect(moveHandle(range, { handle: "end", to: 5, bounds: BOUNDS })).toEqual({ start: 2, end: 5 });
  expect(moveHandle(range, { handle: "start", to: 1, bounds: BOUNDS })).toEqual({ start: 1, end: 11 });
  expect(moveHandle(range, { handle: "whole", to: 99, bounds: BOUNDS })).toEqual({ start: 12, end: 20 });
});

test("however it is moved, the part lies in the file and keeps to its bounds", () => {
  const bounds = fc
    .tuple(
      fc.double({ min: 0, max: 5, noNaN: true }),
      fc.double({ min: 0, max: 60, noNaN: true }),
      fc.double({ min: 0, max: 300, noNaN: true }),
    )
    .map(([minSeconds, more, rest]) => ({
      minSeconds,
      maxSeconds: minSeconds + more,
      durationSeconds: minSeconds + more + rest,
    }));
  const move = fc.record({
    handle: fc.constantFrom<TrimHandle>("start", "end", "whole"),
    to: fc.double({ min: -50, max: 400, noNaN: true }),
  });
  fc.assert(
    fc.property(bounds, fc.array(move, { maxLength: 8 }), (limits, moves) => {
      const range = moves.reduce((now, it) => moveHandle(now, { ...it, bounds: limits }), firstRange(limits));
      const near = 1e-6;
      expect(range.start).toBeGreaterThanOrEqual(-near);
      expect(range.end).toBeLessThanOrEqual(limits.durationSeconds + near);
      expect(range.end - range.start).toBeGreaterThanOrEqual(limits.minSeconds - near);
      expect(range.end - range.start).toBeLessThanOrEqual(limits.maxSeconds + near);
    }),
  );
});
