import type { Pen } from "#lib/motion/pen.ts";
import { css, hex, mix, shade, withAlpha } from "../../scene/color.ts";
import type { Layer } from "../layer.ts";
import type { Setting } from "../setting.ts";
import { fillShape, type Point, rollingCurve, verticalGradient } from "../shapes.ts";
import { groundColor, inAir } from "./tones.ts";
import { paintPine } from "./trees.ts";

const PINE_COLORS = { summer: hex("#2f6b58"), winter: hex("#3b6272"), autumn: hex("#8a5a34") };
const SNOW = hex("#eef4fb");

const ROWS = [
  { depth: 0.09, distance: 0.86, height: 38, gap: 4.2, lift: 12, foot: -2 },
  { depth: 0.15, distance: 0.66, height: 34, gap: 5, lift: 7, foot: 2 },
  { depth: 0.23, distance: 0.42, height: 32, gap: 6.5, lift: 3, foot: 6 },
  { depth: 0.34, distance: 0.16, height: 34, gap: 10, lift: -1, foot: 10 },
] as const;

type Row = (typeof ROWS)[number];

/** Rows of conifers that fade into the air, with light falling between them when the sun is low. */
export function forestLayers(setting: Setting): Layer[] {
  const rows: Layer[] = ROWS.map((row) => ({
    depth: row.depth,
    still: {
      top: setting.horizonY - setting.stage.unit * (row.height * 1.25 + row.lift + 3),
      bottom: setting.horizonY + setting.stage.unit * row.foot, // below that, the next row hides it
      paint: (pen) => paintRow(pen, setting, row),
    },
  }));
  return [...rows.slice(0, 3), ...lightShafts(setting), ...rows.slice(3)];
}

function paintRow(pen: Pen, setting: Setting, row: Row): void {
  const { stage, horizonY, left, right, palette } = setting;
  const random = setting.randomFor(`forest ${row.depth}`);
  const curve = rollingCurve(random, 1.3);
  const color = inAir(setting, groundColor(setting, PINE_COLORS), row.distance);
  const { isWinter } = setting.scene;
  const floorAt = (x: number) => horizonY - stage.unit * (row.lift + 3 * curve((x - left) / (right - left)));
  for (let x = left; x < right; x += stage.unit * row.gap * random.between(0.55, 1.25)) {
    const height = stage.unit * row.height * random.between(0.62, 1.25);
    const snow = isWinter ? inAir(setting, mix(SNOW, color, 0.25), row.distance) : undefined;
    const tone = shade(color, random.between(-0.05, 0.05));
    paintPine(pen, { x, y: floorAt(x) + stage.unit * 2, height, color: tone, random, snow });
  }
  const bottom = horizonY + stage.unit * 10;
  const floor: Point[] = [];
  for (let x = left; x <= right + stage.unit; x += stage.unit * 2) floor.push([x, floorAt(x) + stage.unit]);
  pen.fillStyle = css(color);
  fillShape(pen, [...floor, [right + stage.unit, bottom], [left, bottom]]);
  pen.fillStyle = verticalGradient(
    pen,
    [horizonY - stage.unit * 26, bottom],
    [
      [0, withAlpha(palette.haze, 0)],
      [0.75, withAlpha(palette.haze, 0.5 * row.distance + 0.12)],
      [1, withAlpha(palette.haze, 0.75 * row.distance + 0.12)],
    ],
  );
  pen.fillRect(left, horizonY - stage.unit * 26, right - left, stage.unit * 36);
}

/** Broad, slow rays from the sun's side; they breathe a little, as light under moving leaves does. */
function lightShafts(setting: Setting): Layer[] {
  const { scene, orb, stage, palette, horizonY } = setting;
  if (orb.isMoon || scene.weather !== "clear") return [];
  const random = setting.randomFor("shafts");
  const lean = (stage.width / 2 - orb.x) * 0.5;
  const shafts = Array.from({ length: 5 }, (_, index) => ({
    x: orb.x + (index - 2) * stage.unit * random.between(9, 13),
    width: stage.unit * random.between(4, 9),
    phase: random.between(0, 6),
  }));
  const live = (pen: Pen, seconds: number) => {
    for (const { x, width, phase } of shafts) {
      const alpha = 0.13 + 0.06 * Math.sin(seconds * 0.8 + phase);
      pen.fillStyle = verticalGradient(
        pen,
        [0, horizonY],
        [
          [0, withAlpha(palette.orb, alpha)],
          [1, withAlpha(palette.glow, 0)],
        ],
      );
      fillShape(pen, [
        [x - width * 0.4, 0],
        [x + width * 0.4, 0],
        [x + width * 1.4 + lean, horizonY],
        [x - width * 1.4 + lean, horizonY],
      ]);
    }
  };
  return [{ depth: 0.25, live: (pen, { seconds }) => live(pen, seconds) }];
}
