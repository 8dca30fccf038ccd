import type { Localized } from "#lib/shared/localized.ts";
import { EFFECT_CELLS, EFFECTS_GRID } from "./kinds/map/effects-map.ts";
import { featureName } from "./kinds/map/feature-names.ts";

/** What the map tells of a setting of one effect, or of several of which it tells the same. */
export type EffectSetting = {
  readonly names: readonly Localized[];
  /** What may be chosen; empty where the settings are taken without effect, whatever they say. */
  readonly values: readonly Localized[];
  readonly source: string;
};

export type EffectFacts = {
  /** Where the lists that have it were read. */
  readonly sources: readonly string[];
  readonly settings: readonly EffectSetting[];
};

/** What the capability map says of one effect, with the source of each statement. */
export function effectFacts(id: string): EffectFacts {
  const cells = EFFECT_CELLS.filter(({ where }) => where.effect_scene?.includes(id));
  const lists = cells.filter(({ feature, support }) => feature === "scene" && support === "yes");
  const settings = cells.filter(({ feature }) => feature !== "scene");
  const ignored = settings.filter(({ support }) => support === "ignored");
  return {
    sources: lists.map(({ source }) => source),
    settings: [
      ...settings
        .filter(({ support }) => support !== "ignored")
        .map(({ feature, where, source }) => ({
          names: [featureName(feature)],
          values: (where[feature] ?? []).map((value) => valueLabel(feature, value)),
          source,
        })),
      ...[...Map.groupBy(ignored, ({ source }) => source)].map(([source, alike]) => ({
        names: alike.map(({ feature }) => featureName(feature)),
        values: [],
        source,
      })),
    ],
  };
}

function valueLabel(feature: string, value: string | number | boolean): Localized {
  const axis = EFFECTS_GRID.axes.find(({ name }) => name === feature);
  return axis?.valueLabel?.(value) ?? { zh: String(value), en: String(value) };
}
