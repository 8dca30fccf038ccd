import type { Paths } from "../history/paths.ts";
import { LABELS, type LabelBuffer, REGIONS, type Region, STILL } from "../labels.ts";
import { isOwned } from "../path/snap-start.ts";
import { type CameraLikeMove, cameraLikeMove } from "./camera-like.ts";
import { pixelCounts } from "./pixel-counts.ts";

/** What is worth telling about a drawing. The words are the canvas's. */
export type BrushTip =
  | { readonly code: "region-without-path"; readonly region: Region }
  | { readonly code: "path-without-region"; readonly region: Region }
  | { readonly code: "path-starts-outside"; readonly region: Region }
  | { readonly code: "region-too-small"; readonly region: Region; readonly pixels: number }
  | { readonly code: "still-only" }
  /** All of the picture goes one way: that is what the camera is for. `move` is where the picture goes. */
  | { readonly code: "like-camera"; readonly move: CameraLikeMove };

/** Share of the picture below which a region is lost in the frames that a model works on. Ours: no page tells. */
const TOO_SMALL = 0.0005;

export function brushTips({ labels, paths }: { labels: LabelBuffer; paths: Paths }): readonly BrushTip[] {
  const counts = pixelCounts(labels);
  const ofRegions = REGIONS.flatMap((region) => regionTips(region, { labels, paths, counts }));
  const isStillOnly = LABELS.every((label) => (label === STILL) === (counts[label] ?? 0) > 0);
  const move = cameraLikeMove({ labels, paths, counts });
  return [
    ...(isStillOnly ? [{ code: "still-only" } as const] : []),
    ...ofRegions,
    ...(move === null ? [] : [{ code: "like-camera", move } as const]),
  ];
}

type Drawing = { readonly labels: LabelBuffer; readonly paths: Paths; readonly counts: Uint32Array };

function regionTips(region: Region, { labels, paths, counts }: Drawing): readonly BrushTip[] {
  const pixels = counts[region] ?? 0;
  const start = paths[region]?.[0];
  if (pixels === 0) return start === undefined ? [] : [{ code: "path-without-region", region }];
  const isSmall = pixels < labels.owners.length * TOO_SMALL;
  return [
    ...(isSmall ? [{ code: "region-too-small", region, pixels } as const] : []),
    ...(start === undefined ? [{ code: "region-without-path", region } as const] : []),
    ...(start !== undefined && !isOwned(labels, region, start)
      ? [{ code: "path-starts-outside", region } as const]
      : []),
  ];
}
