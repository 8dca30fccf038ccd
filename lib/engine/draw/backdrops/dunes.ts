import type { Pen } from "#lib/motion/pen.ts";
import { css, hex, mix, shade } from "../../scene/color.ts";
import type { Layer } from "../layer.ts";
import type { Setting } from "../setting.ts";
import { fillShape, type Point, verticalGradient } from "../shapes.ts";
import { inAir, inLight } from "./tones.ts";

export const SAND = hex("#e0a35c");

const ROWS = [
  { depth: 0.1, distance: 0.74, height: 20, width: 120, count: 3 },
  { depth: 0.18, distance: 0.46, height: 16, width: 130, count: 3 },
  { depth: 0.28, distance: 0.2, height: 11, width: 150, count: 3 },
] as const;

type Row = (typeof ROWS)[number];

/** Dunes with one sharp crest each: a face in the light and a face in the shade. */
export function duneLayers(setting: Setting): Layer[] {
  return ROWS.map((row) => ({
    depth: row.depth,
    still: {
      top: setting.horizonY - setting.stage.unit * (row.height * 1.4 + 4),
      bottom: setting.horizonY + setting.stage.unit * 12,
      paint: (pen) => paintRow(pen, setting, row),
    },
  }));
}

function paintRow(pen: Pen, setting: Setting, row: Row): void {
  const { stage, left, right } = setting;
  const random = setting.randomFor(`dunes ${row.depth}`);
  const dunes = Array.from({ length: row.count }, (_, index) => ({
    x: left + (right - left) * ((index + random.between(0.15, 0.85)) / row.count),
    height: stage.unit * row.height * random.between(0.7, 1.25),
    reach: stage.unit * row.width * random.between(0.4, 0.62),
    bend: random.between(-0.3, 0.3),
  }));
  dunes.sort((first, second) => second.height - first.height);
  for (const dune of dunes) paintDune(pen, setting, { ...dune, distance: row.distance });
}

type Dune = { x: number; height: number; reach: number; bend: number; distance: number };

/** `y` runs down the stage: base is below the horizon, so that the next row covers every foot. */
export function paintDune(
  pen: Pen,
  setting: Setting,
  dune: Dune,
  base = setting.horizonY + setting.stage.unit * 12,
): void {
  const { palette, orb } = setting;
  const { x, height, reach, bend, distance } = dune;
  const sand = inLight(setting, SAND);
  const lit = inAir(setting, mix(shade(sand, 0.12), palette.glow, 0.35 * palette.light), distance);
  const dark = inAir(setting, mix(shade(sand, -0.22), palette.ink, 0.2), distance);
  const apexY = base - height - setting.stage.unit * 10;
  const slope = (direction: -1 | 1): Point[] =>
    Array.from({ length: 21 }, (_, index) => {
      const share = index / 20;
      const fall = share < 0.5 ? 2 * share * share : 1 - 2 * (1 - share) ** 2;
      return [x + direction * reach * share, apexY + (base - apexY) * (fall * 0.75 + share * 0.25)] as const;
    });
  const isLitFromLeft = orb.x < x;
  pen.fillStyle = verticalGradient(
    pen,
    [apexY, base],
    [
      [0, lit],
      [1, mix(lit, palette.haze, 0.3)],
    ],
  );
  fillShape(pen, [...[...slope(-1)].reverse(), ...slope(1).slice(1)]);
  const crest = crestOf({ x, apexY, base, reach, bend });
  pen.fillStyle = css(dark);
  fillShape(pen, [...crest, ...[...slope(isLitFromLeft ? 1 : -1)].reverse()]);
}

type Crest = { x: number; apexY: number; base: number; reach: number; bend: number };

/** The crest winds down the face like a slow S. */
function crestOf({ x, apexY, base, reach, bend }: Crest): Point[] {
  return Array.from({ length: 16 }, (_, index) => {
    const share = index / 15;
    const sway = Math.sin(share * Math.PI * 1.4) * bend + share * bend * 0.5;
    return [x + reach * sway * share ** 0.6, apexY + (base - apexY) * share] as const;
  });
}
