import type { Localized } from "#lib/shared/localized.ts";
import type { Evidence, Support } from "../../capabilities.ts";
import type { Axis, Grid, MapCell, Value } from "../grid/grid.ts";
import { featureName } from "./feature-names.ts";

/** One statement of the capability map as a person reads it. */
export type MapRow = {
  readonly feature: Localized;
  /** Where it holds: a control and its values there. Nothing for everywhere. */
  readonly where: readonly { readonly axis: Localized; readonly values: readonly Localized[] }[];
  readonly support: Support;
  readonly evidence: Evidence;
  readonly source: string;
};

const MODEL_AXIS = "model_name";

/** The models that a kind of task lets one choose from; empty when there is no choice. */
export function modelsOfGrid(grid: Pick<Grid, "axes">): readonly Value[] {
  return grid.axes.find(({ name }) => name === MODEL_AXIS)?.values ?? [];
}

/**
 * The map of a kind in words; with a model only what is said of that model. Models that share a statement share a
 * row, and what is said of one feature stands together.
 */
export function mapRows({ axes, cells }: Pick<Grid, "axes" | "cells">, model?: string): readonly MapRow[] {
  const relevant = cells.flatMap((cell) => {
    const models = cell.where[MODEL_AXIS];
    if (model === undefined || models === undefined) return [cell];
    return models.includes(model) ? [{ ...cell, where: { ...cell.where, [MODEL_AXIS]: [model] } }] : [];
  });
  const byFeature = [...Map.groupBy(relevant, ({ feature }) => feature).values()].flat();
  return [...Map.groupBy(byFeature, keyWithoutModel).values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    const models = alike.flatMap(({ where }) => where[MODEL_AXIS] ?? []);
    return rowOf(
      { ...first, where: { ...first.where, ...(models.length > 0 && { [MODEL_AXIS]: models }) } },
      axes,
    );
  });
}

function keyWithoutModel({ feature, where, support, evidence, source }: MapCell): string {
  const others = Object.entries(where).filter(([axis]) => axis !== MODEL_AXIS);
  return JSON.stringify([feature, MODEL_AXIS in where, others, support, evidence, source]);
}

function rowOf({ feature, where, support, evidence, source }: MapCell, axes: readonly Axis[]): MapRow {
  const places = Object.entries(where).flatMap(([name, values]) => {
    const axis = axes.find((candidate) => candidate.name === name);
    if (axis === undefined) return { axis: same(name), values: values.map((value) => same(String(value))) };
    const isEverywhere = axis.values.length > 1 && axis.values.every((value) => values.includes(value));
    return isEverywhere ? [] : { axis: axis.label, values: spans(axis, values) };
  });
  return { feature: featureName(feature), where: places, support, evidence, source };
}

/** Three or more neighbours on an axis of numbers read as a span: `3 s – 15 s`. */
function spans(axis: Axis, values: readonly Value[]): readonly Localized[] {
  const label = (value: Value) => axis.valueLabel?.(value) ?? same(String(value));
  const chosen = axis.values.filter((value) => values.includes(value));
  const [first, last] = [chosen[0], chosen.at(-1)];
  if (chosen.length < 3 || first === undefined || last === undefined) return chosen.map(label);
  const isUnbroken = axis.values.indexOf(last) - axis.values.indexOf(first) === chosen.length - 1;
  if (!isUnbroken || chosen.some((value) => Number.isNaN(Number(value)))) return chosen.map(label);
  return [{ zh: `${label(first).zh} – ${label(last).zh}`, en: `${label(first).en} – ${label(last).en}` }];
}

function same(text: string): Localized {
  return { zh: text, en: text };
}
