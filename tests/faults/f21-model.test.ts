import fc from "fast-check";
import { expect, test } from "vitest";
import { live } from "./model/live.ts";
import { seed, sized } from "./size.ts";

const RUNS = sized(200_000, 1_000_000);
const CLASSES = ["A", "A?", "B"] as const;

/** Each number is one thing that happens to one task: see `live`. */
const schedules = fc.array(fc.nat(0xffff), { minLength: 1, maxLength: 40, size: "large" });

test.each(CLASSES)(
  `no history of class %s opens a task twice or closes its money twice (seed ${seed})`,
  (kind) => {
    const lived = fc.property(schedules, (schedule) => {
      live(kind, schedule);
    });
    fc.assert(lived, { numRuns: Math.ceil(RUNS / CLASSES.length), seed });
  },
);

test("histories get everywhere: some end in every way there is", () => {
  const ends = new Set<string>();
  const lived = fc.property(schedules, fc.constantFrom(...CLASSES), (schedule, kind) => {
    ends.add(live(kind, schedule).row.status);
  });
  fc.assert(lived, { numRuns: 20_000, seed });
  expect([...ends]).toEqual(
    expect.arrayContaining(["submitting", "submitted", "archiving", "succeeded", "failed", "unknown"]),
  );
});
