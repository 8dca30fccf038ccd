import type { Pen } from "#lib/motion/pen.ts";
import { type Color, css, hex, mix, shade, withAlpha } from "../../scene/color.ts";
import type { Random } from "../../scene/random.ts";
import type { Layer } from "../layer.ts";
import type { Setting } from "../setting.ts";
import { fillGlow, fillShape, verticalGradient } from "../shapes.ts";
import { inAir, inLight } from "./tones.ts";

const ROWS = [
  { depth: 0.1, distance: 0.84, height: 44, width: 8, windows: 0.35 },
  { depth: 0.17, distance: 0.58, height: 36, width: 9.5, windows: 0.7 },
  { depth: 0.27, distance: 0.26, height: 26, width: 11, windows: 1 },
] as const;

type Row = (typeof ROWS)[number];

type Building = { x: number; width: number; height: number; roof: Roof; tone: number };

type Roof = "flat" | "stepped" | "slanted" | "mast" | "dome";

const CONCRETE = hex("#5a6884");
const NEON = [hex("#ff5fa2"), hex("#5fe0ff"), hex("#b58cff"), hex("#ffb35f")] as const;

/** Three rows of houses, lit from inside as it gets dark. Some windows go on and off. */
export function cityLayers(setting: Setting): Layer[] {
  return ROWS.map((row) => {
    const buildings = buildingsOf(setting, row);
    const blinking: Window[] = [];
    return {
      depth: row.depth,
      still: {
        top: setting.horizonY - setting.stage.unit * row.height * 1.7,
        bottom: setting.horizonY + setting.stage.unit * 3,
        paint: (pen) => {
          blinking.length = 0; // painted twice when water mirrors the city: the mirror's windows are not ours
          paintRow(pen, setting, { row, buildings, blinking });
        },
      },
      live: (pen, { seconds }) => blink(pen, { blinking, color: setting.palette.lamp, seconds }),
    };
  });
}

function buildingsOf({ stage, left, right, randomFor }: Setting, row: Row): Building[] {
  const random = randomFor(`city ${row.depth}`);
  const buildings: Building[] = [];
  let x = left - stage.unit * 4;
  while (x < right) {
    const width = stage.unit * row.width * random.between(0.6, 1.35);
    const towers = random.chance(0.2) ? 1.45 : 1;
    const height = stage.unit * row.height * random.between(0.35, 0.95) * towers;
    const roof = random.pick<Roof>(["flat", "flat", "stepped", "slanted", "mast", "dome"]);
    buildings.push({ x, width, height, roof, tone: random.between(-0.06, 0.06) });
    x += width + stage.unit * (random.chance(0.3) ? random.between(0.5, 3) : 0);
  }
  return buildings;
}

type Window = { x: number; y: number; width: number; height: number; phase: number };

type RowPlan = { row: Row; buildings: readonly Building[]; blinking: Window[] };

function paintRow(pen: Pen, setting: Setting, { row, buildings, blinking }: RowPlan): void {
  const { stage, horizonY, palette, left, right } = setting;
  const random = setting.randomFor(`windows ${row.depth}`);
  const stone = inLight(setting, CONCRETE);
  for (const building of buildings) {
    const color = inAir(setting, shade(stone, building.tone), row.distance);
    paintBuilding(pen, setting, { building, color });
    paintWindows(pen, setting, { building, color, row, random, blinking });
  }
  const base = horizonY + stage.unit * 3;
  pen.fillStyle = verticalGradient(
    pen,
    [horizonY - stage.unit * 20, base],
    [
      [0, withAlpha(palette.haze, 0)],
      [1, withAlpha(palette.haze, 0.25 + 0.45 * row.distance)],
    ],
  );
  pen.fillRect(left, horizonY - stage.unit * 20, right - left, stage.unit * 23);
}

function paintBuilding(
  pen: Pen,
  setting: Setting,
  { building, color }: { building: Building; color: Color },
): void {
  const { horizonY, stage, palette, orb } = setting;
  const { x, width, height, roof } = building;
  const top = horizonY - height;
  const foot = horizonY + stage.unit * 3;
  const lit = mix(shade(color, 0.06), palette.glow, 0.3 * palette.light);
  const isLitFromLeft = orb.x < x + width / 2;
  pen.fillStyle = verticalGradient(
    pen,
    [top, foot],
    [
      [0, mix(color, palette.ink, 0.08)],
      [1, mix(color, palette.haze, 0.2)],
    ],
  );
  pen.fillRect(x, top, width, foot - top);
  paintRoof(pen, { building, top, unit: stage.unit });
  pen.fillStyle = css(withAlpha(lit, 0.55));
  pen.fillRect(isLitFromLeft ? x : x + width * 0.9, top, width * 0.1, foot - top);
  if (roof === "stepped")
    pen.fillRect(
      isLitFromLeft ? x + width * 0.2 : x + width * 0.74,
      top - width * 0.22,
      width * 0.06,
      width * 0.22,
    );
}

function paintRoof(
  pen: Pen,
  { building, top, unit }: { building: Building; top: number; unit: number },
): void {
  const { x, width, roof } = building;
  const middle = x + width / 2;
  switch (roof) {
    case "flat":
      pen.fillRect(x + width * 0.6, top - unit * 1.1, width * 0.2, unit * 1.2);
      return;
    case "stepped":
      pen.fillRect(x + width * 0.2, top - width * 0.22, width * 0.6, width * 0.23);
      pen.fillRect(x + width * 0.36, top - width * 0.4, width * 0.28, width * 0.2);
      return;
    case "slanted":
      fillShape(pen, [
        [x, top + 1],
        [x + width, top + 1],
        [x + width, top - width * 0.42],
      ]);
      return;
    case "mast":
      fillShape(pen, [
        [x + width * 0.2, top + 1],
        [middle - unit * 0.18, top - unit * 3],
        [middle - unit * 0.1, top - unit * 9],
        [middle + unit * 0.1, top - unit * 9],
        [middle + unit * 0.18, top - unit * 3],
        [x + width * 0.8, top + 1],
      ]);
      return;
    case "dome":
      pen.beginPath();
      pen.ellipse(middle, top + 1, width * 0.42, width * 0.36, 0, Math.PI, Math.PI * 2);
      pen.fill();
  }
}

const LIT_SHARE = { dawn: 0.12, day: 0, sunset: 0.22, dusk: 0.42, night: 0.5 } as const;

type WindowPlan = { building: Building; color: Color; row: Row; random: Random; blinking: Window[] };

function paintWindows(
  pen: Pen,
  setting: Setting,
  { building, color, row, random, blinking }: WindowPlan,
): void {
  const { stage, palette, scene, horizonY } = setting;
  const cell = stage.unit * 1.75;
  const columns = Math.max(2, Math.floor(building.width / cell) - 1);
  const pitch = building.width / (columns + 0.6);
  const rows = Math.floor((building.height - stage.unit * 2) / (cell * 1.15));
  const dark = withAlpha(
    mix(color, scene.time === "day" ? palette.skyMiddle : palette.ink, 0.3),
    0.7 * row.windows,
  );
  for (let line = 0; line < rows; line += 1) {
    for (let column = 0; column < columns; column += 1) {
      const x = building.x + pitch * (column + 0.45);
      const y = horizonY - building.height + stage.unit * 1.6 + line * cell * 1.15;
      const size = { width: pitch * 0.5, height: cell * 0.58 };
      const isLit = random.chance(LIT_SHARE[scene.time]);
      const warm = mix(palette.lamp, hex("#fff3d0"), random.next() * 0.6);
      pen.fillStyle = css(
        isLit ? withAlpha(mix(warm, palette.haze, row.distance * 0.55), 0.35 + 0.6 * row.windows) : dark,
      );
      pen.fillRect(x, y, size.width, size.height);
      const blinks = !isLit && row.distance < 0.7 && LIT_SHARE[scene.time] > 0.2 && random.chance(0.05);
      if (blinks && blinking.length < 40) blinking.push({ x, y, ...size, phase: random.between(0, 9) });
    }
  }
  if (scene.time === "night" && row.distance < 0.6 && random.chance(0.3))
    paintNeon(pen, { building, random, setting });
}

function paintNeon(
  pen: Pen,
  { building, random, setting }: { building: Building; random: Random; setting: Setting },
): void {
  const { stage, horizonY } = setting;
  const color = random.pick(NEON);
  const x = building.x + building.width * random.between(0.08, 0.8);
  const top = horizonY - building.height * random.between(0.55, 0.85);
  const height = stage.unit * random.between(5, 9);
  fillGlow(pen, [x + stage.unit * 0.6, top + height / 2], height * 1.1, withAlpha(color, 0.4));
  pen.fillStyle = css(withAlpha(color, 0.85));
  for (let sign = 0; sign < 4; sign += 1) {
    pen.beginPath();
    pen.roundRect(
      x,
      top + (height / 4) * sign,
      stage.unit * 1.2,
      height / 4 - stage.unit * 0.35,
      stage.unit * 0.2,
    );
    pen.fill();
  }
}

function blink(
  pen: Pen,
  { blinking, color, seconds }: { blinking: readonly Window[]; color: Color; seconds: number },
): void {
  for (const { x, y, width, height, phase } of blinking) {
    const glow = Math.min(1, Math.max(0, Math.sin(seconds * 0.7 + phase) * 3));
    if (glow === 0) continue;
    pen.fillStyle = css(withAlpha(color, glow * 0.85));
    pen.fillRect(x, y, width, height);
  }
}
