import type { Pen } from "#lib/motion/pen.ts";
import { type Color, css, hex, mix, shade, withAlpha } from "../../scene/color.ts";
import type { Random } from "../../scene/random.ts";
import type { Layer } from "../layer.ts";
import type { Setting } from "../setting.ts";
import { fillShape, type Point, roughLine, verticalGradient } from "../shapes.ts";
import { inAir, inLight } from "./tones.ts";

const RANGES = [
  { depth: 0.1, distance: 0.84, height: 46, width: 66, peaks: 5, snow: 0.5, foot: 0 },
  { depth: 0.18, distance: 0.56, height: 34, width: 58, peaks: 6, snow: 0.42, foot: 3 },
  { depth: 0.28, distance: 0.28, height: 18, width: 50, peaks: 7, snow: 0, foot: 8 },
] as const;

type Range = (typeof RANGES)[number];

const ROCK = hex("#3f5170");
const SNOW = hex("#f3f6fb");

/** Three ranges of faceted peaks, one behind the other; the high ones carry snow. */
export function mountainLayers(setting: Setting): Layer[] {
  return RANGES.map((range) => ({
    depth: range.depth,
    still: {
      top: setting.horizonY - setting.stage.unit * (range.height * 1.12 + 4),
      bottom: setting.horizonY + setting.stage.unit * range.foot,
      paint: (pen) => paintRange(pen, setting, range),
    },
  }));
}

function paintRange(pen: Pen, setting: Setting, range: Range): void {
  const { stage, left, right, horizonY } = setting;
  const random = setting.randomFor(`mountains ${range.depth}`);
  const count = Math.max(3, Math.round((range.peaks * (right - left)) / (stage.unit * 178)));
  const peaks = Array.from({ length: count }, (_, index) => ({
    x: left + (right - left) * ((index + random.between(0.2, 0.8)) / count),
    height: stage.unit * range.height * random.between(0.55, 1.12),
  }));
  peaks.sort((first, second) => second.height - first.height);
  const base = horizonY + stage.unit * 8;
  const tones = tonesOf(setting, range);
  for (const peak of peaks) paintPeak(pen, { setting, range, tones, random, base, ...peak });
  pen.fillStyle = verticalGradient(
    pen,
    [horizonY - stage.unit * 14, base],
    [
      [0, withAlpha(setting.palette.haze, 0)],
      [1, withAlpha(setting.palette.haze, 0.75)],
    ],
  );
  pen.fillRect(left, horizonY - stage.unit * 14, right - left, base - horizonY + stage.unit * 14);
}

type Tones = { lit: Color; dark: Color; litSnow: Color; darkSnow: Color };

function tonesOf(setting: Setting, { distance }: Range): Tones {
  const { palette } = setting;
  const rock = inLight(setting, ROCK);
  const snow = mix(inLight(setting, SNOW), SNOW, 0.4);
  return {
    lit: inAir(setting, mix(shade(rock, 0.14), palette.glow, 0.3 * palette.light), distance),
    dark: inAir(setting, shade(rock, -0.12), distance),
    litSnow: inAir(setting, mix(snow, palette.glow, 0.35 * palette.light), distance * 0.62),
    darkSnow: inAir(setting, mix(snow, rock, 0.42), distance * 0.75),
  };
}

type Peak = {
  setting: Setting;
  range: Range;
  tones: Tones;
  random: Random;
  base: number;
  x: number;
  height: number;
};

function paintPeak(pen: Pen, peak: Peak): void {
  const { setting, range, tones, random, base, x, height } = peak;
  const reach =
    setting.stage.unit * range.width * 0.5 * (height / (setting.stage.unit * range.height)) ** 0.6;
  const apex: Point = [x, base - height - setting.stage.unit * 4];
  const leftFoot: Point = [x - reach * random.between(0.85, 1.25), base];
  const rightFoot: Point = [x + reach * random.between(0.85, 1.25), base];
  const spineFoot: Point = [x + reach * random.between(-0.22, 0.22), base];
  const leftEdge = roughLine(leftFoot, apex, { roughness: 0.055, random });
  const rightEdge = roughLine(apex, rightFoot, { roughness: 0.055, random });
  const spine = roughLine(apex, spineFoot, { roughness: 0.11, random });
  const isLitFromLeft = setting.orb.x < x;
  pen.fillStyle = css(isLitFromLeft ? tones.dark : tones.lit);
  fillShape(pen, [...leftEdge, ...rightEdge.slice(1)]);
  pen.fillStyle = css(isLitFromLeft ? tones.lit : tones.dark);
  fillShape(pen, [...leftEdge, ...spine.slice(1)]);
  if (range.snow === 0) return;
  const cap = { apex, leftEdge, rightEdge, spine, share: range.snow * random.between(0.7, 1.1) };
  paintSnow(pen, {
    ...cap,
    random,
    colors: isLitFromLeft ? [tones.litSnow, tones.darkSnow] : [tones.darkSnow, tones.litSnow],
  });
}

type Cap = {
  apex: Point;
  leftEdge: readonly Point[];
  rightEdge: readonly Point[];
  spine: readonly Point[];
  share: number;
  random: Random;
  colors: readonly [Color, Color];
};

function paintSnow(pen: Pen, { leftEdge, rightEdge, spine, share, random, colors }: Cap): void {
  const downLeft = [...leftEdge].reverse().slice(0, Math.ceil(leftEdge.length * share));
  const downRight = rightEdge.slice(0, Math.ceil(rightEdge.length * share));
  const downSpine = spine.slice(0, Math.ceil(spine.length * share * 1.25));
  const [leftColor, rightColor] = colors;
  pen.fillStyle = css(leftColor);
  fillShape(pen, [...downLeft, ...snowLine(downLeft, downSpine, random), ...[...downSpine].reverse()]);
  pen.fillStyle = css(rightColor);
  fillShape(pen, [...downRight, ...snowLine(downRight, downSpine, random), ...[...downSpine].reverse()]);
}

/** The zigzag where the snow ends, from the end of one edge to the end of the other. */
function snowLine(from: readonly Point[], to: readonly Point[], random: Random): Point[] {
  const start = from.at(-1);
  const end = to.at(-1);
  if (start === undefined || end === undefined) return [];
  const drop = Math.abs(start[0] - end[0]) * 0.42;
  return Array.from({ length: 7 }, (_, index) => {
    const share = (index + 1) / 8;
    const tooth = (index % 2 === 0 ? -1 : 1) * drop * random.between(0.3, 1);
    return [start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share + tooth] as const;
  });
}
