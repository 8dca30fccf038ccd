import { expect, test } from "vitest";
import { TASK_KINDS } from "../../task-kinds.ts";
import type { Axis, MapCell } from "../grid/grid.ts";
import { kindOf } from "../kinds.ts";
import { featureName } from "./feature-names.ts";
import { mapRows } from "./map-rows.ts";

const label = (text: string) => ({ zh: text, en: text });
const cost = { change: 1, step: 1 };
const AXES: readonly Axis[] = [
  { name: "model_name", label: label("Model"), values: ["new", "old", "older"], cost },
  { name: "duration", label: label("Length"), values: ["3", "4", "5", "6"], cost },
];

function cell(where: MapCell["where"], facts: Partial<MapCell> = {}): MapCell {
  return { feature: "sound", where, support: "yes", evidence: "documented", source: "page", ...facts };
}

test("models of which the same is said share a row", () => {
  const cells = [cell({ model_name: ["new"] }), cell({ model_name: ["old"] })];
  expect(mapRows({ axes: AXES, cells })).toEqual([
    {
      feature: { zh: "声音", en: "Sound" },
      where: [{ axis: label("Model"), values: [label("new"), label("old")] }],
      support: "yes",
      evidence: "documented",
      source: "page",
    },
  ]);
});

test("statements that differ in support or source stay apart", () => {
  const cells = [cell({ model_name: ["new"] }), cell({ model_name: ["old"] }, { support: "no" })];
  expect(mapRows({ axes: AXES, cells })).toHaveLength(2);
});

test("a model shows what is said of it and of all models, and of no other", () => {
  const cells = [
    cell({ model_name: ["new", "old"] }),
    cell({ duration: ["5"] }),
    cell({ model_name: ["older"] }),
  ];
  expect(mapRows({ axes: AXES, cells }, "old").map(({ where }) => where)).toEqual([
    [{ axis: label("Model"), values: [label("old")] }],
    [{ axis: label("Length"), values: [label("5")] }],
  ]);
});

test("a control that may have any value is not mentioned, and neighbours read as a span", () => {
  const cells = [cell({ duration: ["3", "4", "5", "6"] }), cell({ duration: ["4", "5", "6"] })];
  expect(mapRows({ axes: AXES, cells }).map(({ where }) => where)).toEqual([
    [],
    [{ axis: label("Length"), values: [label("4 – 6")] }],
  ]);
});

test("what is said of one feature stands together", () => {
  const cells = [
    cell({ model_name: ["new"] }),
    cell({ model_name: ["new"] }, { feature: "mode" }),
    cell({ model_name: ["old"] }, { support: "no" }),
  ];
  expect(mapRows({ axes: AXES, cells }).map(({ feature }) => feature.en)).toEqual(["Sound", "Sound", "Mode"]);
});

test.each(TASK_KINDS)("every feature that the map of %s speaks about has words", (kind) => {
  const features = new Set(kindOf(kind).grid.cells.map(({ feature }) => feature));
  expect([...features].filter((feature) => featureName(feature).zh === feature)).toEqual([]);
});
