import type { Localized } from "#lib/shared/localized.ts";
import type { Axis } from "./grid.ts";

/** A control of a handful of named values. */
export function namedAxis(name: string, label: Localized, names: Readonly<Record<string, Localized>>): Axis {
  return {
    name,
    label,
    values: Object.keys(names),
    valueLabel: (value) => names[String(value)] ?? { zh: String(value), en: String(value) },
    cost: { change: 5, step: 0 },
  };
}
