import type { BrushDocument, Operation, Run } from "../document.ts";
import { BrushHistory } from "../history/brush-history.ts";
import { FREE, LABELS, type Label, REGIONS } from "../labels.ts";
import { runEnd, wordsOf } from "../raster/run-end.ts";

/** The same regions and ways in as few steps as possible; what could be undone before can no longer. */
export function flattened(document: BrushDocument): BrushDocument {
  const { labels, paths } = new BrushHistory({ ...document, undone: [] });
  const runs = runsOfLabels(labels.owners);
  const painted = LABELS.flatMap((label): Operation[] => {
    const own = runs.get(label) ?? [];
    return own.length === 0 ? [] : [{ type: "runs", label, locked: [], runs: own }];
  });
  const ways = REGIONS.flatMap((region): Operation[] => {
    const path = paths[region];
    return path === undefined ? [] : [{ type: "path", region, path }];
  });
  return { size: document.size, done: [...painted, ...ways], undone: [] };
}

function runsOfLabels(owners: Uint8Array): Map<number, Run[]> {
  const words = wordsOf(owners);
  const found = new Map<number, Run[]>(LABELS.map((label: Label) => [label, []]));
  for (let from = 0; from < owners.length; ) {
    const to = runEnd({ owners, words, from, end: owners.length });
    const owner = owners[from] ?? FREE;
    if (owner !== FREE) found.get(owner)?.push([from, to - from]);
    from = to;
  }
  return found;
}
