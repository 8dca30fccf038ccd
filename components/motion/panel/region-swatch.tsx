import type { CSSProperties } from "react";
import { classNames } from "#components/ui/class-names.ts";
import type { Label } from "#lib/motion/labels.ts";
import { cssColour, isStrong, LOOKS, TILE } from "../paint/region-looks.ts";

/** A label as it looks on the picture: its colour and its hatch. */
export function RegionSwatch({ label, className }: { label: Label; className?: string }) {
  const style: CSSProperties = { backgroundColor: cssColour(label), backgroundImage: HATCHES[label] };
  return (
    <span
      aria-hidden
      style={style}
      className={classNames("size-4 shrink-0 rounded-sm ring-1 ring-black/30 ring-inset", className)}
    />
  );
}

const HATCHES: Readonly<Record<Label, string>> = {
  1: hatchOf(1),
  2: hatchOf(2),
  3: hatchOf(3),
  4: hatchOf(4),
  5: hatchOf(5),
  6: hatchOf(6),
  7: hatchOf(7),
};

/** The tile of the canvas as an image for a background. */
function hatchOf(label: Label): string {
  const squares = Array.from(
    { length: TILE * TILE },
    (_, index) => [index % TILE, Math.floor(index / TILE)] as const,
  )
    .filter(([x, y]) => isStrong(LOOKS[label].hatch, x, y))
    .map(([x, y]) => `M${x} ${y}h1v1h-1z`)
    .join("");
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' width='${TILE}' height='${TILE}'><path d='${squares}' fill='rgba(0,0,0,.55)'/></svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}
