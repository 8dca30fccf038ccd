import { expect, test } from "vitest";
import { viewTriples } from "./view-triples.ts";

test("each proposal has one picture of every view, in the order in which they came", () => {
  const outputs = ["a", "b", "c"].flatMap((name) =>
    (["view_1", "view_2", "view_3"] as const).map((label) => ({ label, assetId: `${name} ${label}` })),
  );
  expect(viewTriples(outputs)).toEqual([
    ["a view_1", "a view_2", "a view_3"],
    ["b view_1", "b view_2", "b view_3"],
    ["c view_1", "c view_2", "c view_3"],
  ]);
});
