import type { Pen } from "#lib/motion/pen.ts";
import { type Color, css, hex, mix, shade } from "../../scene/color.ts";
import type { Layer } from "../layer.ts";
import type { Setting } from "../setting.ts";
import { fillShape, type Point, rollingCurve, verticalGradient } from "../shapes.ts";
import { groundColor, inAir } from "./tones.ts";
import { paintRoundTree } from "./trees.ts";

export const HILL_COLORS = { summer: hex("#5d9a6a"), winter: hex("#e6eef7"), autumn: hex("#b98a4a") };

const ROWS = [
  { depth: 0.1, distance: 0.82, height: 24, lift: 13, waves: 0.8, trees: 0, foot: -3 },
  { depth: 0.17, distance: 0.6, height: 16, lift: 7, waves: 1.1, trees: 7, foot: 1 },
  { depth: 0.26, distance: 0.36, height: 11, lift: 2, waves: 1.4, trees: 10, foot: 9 },
] as const;

/** Rolling hills with a few trees on their backs. */
export function hillLayers(setting: Setting): Layer[] {
  return ROWS.map((row) => ({
    depth: row.depth,
    still: {
      top: setting.horizonY - setting.stage.unit * (row.lift + row.height + (row.trees > 0 ? 6 : 1)),
      bottom: setting.horizonY + setting.stage.unit * row.foot, // below that, the next row hides it
      paint: (pen) => paintRow(pen, setting, row),
    },
  }));
}

/** Low land beyond the water: the same hills, flatter, so that most of the horizon stays open. */
export function islandLayers(setting: Setting): Layer[] {
  const { stage, horizonY } = setting;
  return [0.88, 0.66].map((distance, index) => ({
    depth: 0.08 + index * 0.06,
    still: {
      top: horizonY - stage.unit * 24,
      bottom: horizonY + stage.unit * 4,
      paint: (pen) => paintIsland(pen, setting, { distance, index }),
    },
  }));
}

type Row = (typeof ROWS)[number];

function paintRow(pen: Pen, setting: Setting, row: Row): void {
  const { stage, horizonY, left, right } = setting;
  const random = setting.randomFor(`hills ${row.depth}`);
  const curve = rollingCurve(random, row.waves);
  const heightAt = (x: number) => {
    const share = (x - left) / (right - left);
    return horizonY - stage.unit * (row.lift + (row.height * (curve(share) + 1)) / 2);
  };
  const color = inAir(setting, groundColor(setting, HILL_COLORS), row.distance);
  for (let index = 0; index < row.trees; index += 1) {
    const x = random.between(left, right);
    const size = stage.unit * random.between(2.2, 4.6);
    const leaf = inAir(setting, shade(groundColor(setting, HILL_COLORS), -0.28), row.distance * 0.86);
    paintRoundTree(pen, { x, y: heightAt(x) + size * 0.1, size, leaf, random });
  }
  paintLand(pen, setting, { heightAt, color, bottom: horizonY + stage.unit * 10 });
}

type Land = { heightAt: (x: number) => number; color: Color; bottom: number };

/** Everything below a line: lit along its crest, sinking into the air at its foot. */
export function paintLand(
  pen: Pen,
  { left, right, stage, palette }: Setting,
  { heightAt, color, bottom }: Land,
): void {
  const points: Point[] = [];
  for (let x = left; x <= right + stage.unit; x += stage.unit) points.push([x, heightAt(x)]);
  const crest = Math.min(...points.map(([, y]) => y));
  pen.fillStyle = verticalGradient(
    pen,
    [crest, bottom],
    [
      [0, mix(shade(color, 0.08), palette.glow, 0.22 * palette.light)],
      [0.4, color],
      [1, mix(color, palette.haze, 0.35)],
    ],
  );
  fillShape(pen, [...points, [right + stage.unit, bottom], [left, bottom]]);
}

function paintIsland(
  pen: Pen,
  setting: Setting,
  { distance, index }: { distance: number; index: number },
): void {
  const { stage, horizonY, left, right } = setting;
  const random = setting.randomFor(`island ${index}`);
  const color = inAir(setting, shade(groundColor(setting, HILL_COLORS), -0.3), distance);
  const count = index === 0 ? 3 : 2;
  for (let island = 0; island < count; island += 1) {
    const center = left + (right - left) * ((island + random.between(0.1, 0.9)) / count);
    const reach = stage.unit * random.between(22, 46);
    const height = stage.unit * random.between(4, index === 0 ? 15 : 9);
    const curve = rollingCurve(random, 1.2);
    const heightAt = (x: number) => {
      const share = (x - center) / reach;
      const dome = Math.max(0, 1 - share * share);
      return horizonY + 1 - height * dome ** 0.8 * (0.75 + 0.25 * curve(share));
    };
    const points: Point[] = [];
    for (let x = center - reach; x <= center + reach; x += stage.unit * 0.8) points.push([x, heightAt(x)]);
    pen.fillStyle = css(color);
    fillShape(pen, [
      ...points,
      [center + reach, horizonY + stage.unit * 4],
      [center - reach, horizonY + stage.unit * 4],
    ]);
  }
}
