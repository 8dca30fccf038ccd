import fc from "fast-check";
import { expect, test } from "vitest";
import { itemPath, memberPath, segmentsOf } from "./field-path.ts";

test("a path reads as people write it", () => {
  expect(memberPath(itemPath(memberPath("", "image_list"), 0), "weight")).toBe("image_list[0].weight");
  expect(memberPath("input", "a.b[0]")).toBe('input["a.b[0]"]');
});

test("whatever fields are called, a path leads back to exactly its own", () => {
  const segment = fc.oneof(fc.nat({ max: 99 }), fc.string({ unit: "binary" }));
  fc.assert(
    fc.property(fc.string(), fc.array(segment, { maxLength: 5 }), (first, rest) => {
      const path = rest.reduce<string>(
        (parent, part) => (typeof part === "number" ? itemPath(parent, part) : memberPath(parent, part)),
        memberPath("", first),
      );
      expect(segmentsOf(path)).toEqual([first, ...rest]);
    }),
    { numRuns: 2_000 },
  );
});
