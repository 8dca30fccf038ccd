import type { Operation, Path } from "../document.ts";
import type { Region } from "../labels.ts";
import { REGIONS } from "../labels.ts";

/** The way of each region that has one. */
export type Paths = { readonly [region in Region]?: Path };

/** What the last word about each region's way was. */
export function pathsOf(done: readonly Operation[]): Paths {
  return Object.fromEntries(
    REGIONS.flatMap((region) => {
      const last = done.findLast(
        (operation) =>
          (operation.type === "path" && operation.region === region) ||
          (operation.type === "clear" && operation.label === region),
      );
      return last?.type === "path" && last.path.length > 0 ? [[region, last.path]] : [];
    }),
  );
}
