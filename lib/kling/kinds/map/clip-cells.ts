import { CAPABILITIES } from "../../capabilities.ts";
import type { ClipKind } from "../../task-kinds.ts";
import type { MapCell } from "../grid/grid.ts";

/** The rows of `capabilities.ts` for one kind, as cells; a model without modes says nothing about `mode`. */
export function clipCells(kind: ClipKind): readonly MapCell[] {
  return Object.entries(CAPABILITIES[kind]).flatMap(([model, row]) =>
    Object.entries(row).flatMap(([feature, regions]) =>
      regions.map(({ qualities, durations, cell }) => ({
        feature,
        where: {
          model_name: [model],
          ...(!qualities.includes("single") && { mode: qualities }),
          duration: durations,
        },
        ...cell,
      })),
    ),
  );
}
