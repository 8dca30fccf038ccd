import type { Paths } from "../history/paths.ts";
import { type LabelBuffer, REGIONS, type Region, STILL } from "../labels.ts";
import { type Cut, cutLabels, cutPath } from "../path/cut.ts";
import { tidyPath } from "../path/tidy-path.ts";
import { toWire, type WirePoint } from "../path/wire.ts";
import { maskPngs } from "../png/mask-pngs.ts";

type Png = Uint8Array<ArrayBuffer>;

/** What goes into an image2video request (off-26 §3.2), masks still as files: the caller writes them as base64. */
export type BrushExport = {
  readonly static_mask?: Png;
  readonly dynamic_masks: readonly {
    readonly region: Region;
    readonly mask: Png;
    readonly trajectories: readonly WirePoint[];
  }[];
};

/** What a person has to decide first; nothing drawn is left out silently. */
export type BrushRefusal =
  | { readonly code: "nothing-painted" }
  | { readonly code: "region-without-path"; readonly region: Region }
  | { readonly code: "path-without-region"; readonly region: Region };

type Drawing = {
  readonly labels: LabelBuffer;
  readonly paths: Paths;
  /** How the picture is cut and shrunk before it is sent; masks and paths go the same way. */
  readonly cut?: Cut;
};

/** What is sent, or why nothing can be. */
export async function exportBrush(
  drawing: Drawing,
): Promise<{ readonly brush: BrushExport } | { readonly refusals: readonly BrushRefusal[] }> {
  const sent = asSent(drawing);
  const refusals = refusalsOf(sent);
  if (refusals.length > 0) return { refusals };
  const masks = await maskPngs(sent.labels, paintedIn(sent.labels));
  const still = masks.find(({ label }) => label === STILL);
  const dynamic_masks = masks.flatMap(({ label, png }) => {
    const path = label === STILL ? undefined : sent.paths[label];
    return label === STILL || path === undefined
      ? []
      : [{ region: label, mask: png, trajectories: toWire(path, sent.labels) }];
  });
  return { brush: { ...(still && { static_mask: still.png }), dynamic_masks } };
}

/** Why a drawing cannot be sent; empty when it can. */
export function refusalsOf({ labels, paths }: Drawing): readonly BrushRefusal[] {
  const painted = paintedIn(labels);
  const drawn = REGIONS.filter((region) => paths[region] !== undefined);
  if (painted.length === 0 && drawn.length === 0) return [{ code: "nothing-painted" }];
  return REGIONS.flatMap((region): readonly BrushRefusal[] => {
    const [isPainted, isDrawn] = [painted.includes(region), drawn.includes(region)];
    if (isPainted === isDrawn) return [];
    return [{ code: isPainted ? "region-without-path" : "path-without-region", region }];
  });
}

function paintedIn({ owners }: LabelBuffer) {
  return [...REGIONS, STILL].filter((label): label is Region | typeof STILL => owners.includes(label));
}

/** A path that is cut down to one place is no path any more: its region is then refused like one without. */
function asSent({ labels, paths, cut }: Drawing): Drawing {
  if (cut === undefined) return { labels, paths };
  const left = REGIONS.flatMap((region) => {
    const path = paths[region];
    const tidy = path && tidyPath(cutPath(path, cut), cut.to);
    return tidy ? [[region, tidy]] : [];
  });
  return { labels: cutLabels(labels, cut), paths: Object.fromEntries(left) };
}
