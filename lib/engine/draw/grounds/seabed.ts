import type { Pen } from "#lib/motion/pen.ts";
import { css, hex, mix, shade, withAlpha } from "../../scene/color.ts";
import type { Layer } from "../layer.ts";
import type { Setting } from "../setting.ts";
import { fillDisc, fillShape, type Point, rollingCurve, verticalGradient } from "../shapes.ts";
import { shoalLayer } from "./shoal.ts";

const CORALS = ["#f0798c", "#f4a259", "#b57bd6", "#f6cf6b", "#5fc7b8"] as const;

/** Light falls through the surface; rocks, coral and weed stand on the sand; bubbles rise. */
export function seabedLayers(setting: Setting): Layer[] {
  const { horizonY, bottom, stage } = setting;
  const ridge = (depth: number, lift: number): Layer => ({
    depth,
    still: {
      top: horizonY - stage.unit * (lift + 18),
      bottom,
      paint: (pen) => paintRocks(pen, setting, { depth, lift }),
    },
  });
  return [
    { depth: 0.1, live: sunRays(setting) },
    ridge(0.2, 20),
    shoalLayer(setting),
    ridge(0.36, 8),
    {
      depth: 0.6,
      still: { top: horizonY - stage.unit * 16, bottom, paint: (pen) => paintSand(pen, setting) },
      live: weed(setting),
    },
  ];
}

export function bubbleLayer(setting: Setting): Layer {
  const { stage, left, right, bottom } = setting;
  const random = setting.randomFor("bubbles");
  const bubbles = Array.from({ length: 38 }, () => ({
    x: random.between(left, right),
    start: random.next(),
    radius: stage.unit * random.between(0.15, 0.7),
    speed: random.between(0.06, 0.14),
  }));
  return {
    depth: 0.75,
    live: (pen, { seconds }) => {
      pen.lineWidth = stage.unit * 0.1;
      for (const { x, start, radius, speed } of bubbles) {
        const way = (start + seconds * speed) % 1;
        pen.strokeStyle = `rgba(230,255,255,${(0.5 * (1 - way * 0.5)).toFixed(3)})`;
        pen.beginPath();
        pen.arc(x + Math.sin(way * 14 + start * 9) * stage.unit, bottom * (1 - way), radius, 0, Math.PI * 2);
        pen.stroke();
      }
    },
  };
}

function sunRays(setting: Setting): NonNullable<Layer["live"]> {
  const { stage, palette, orb, bottom } = setting;
  const random = setting.randomFor("rays");
  const rays = Array.from({ length: 7 }, (_, index) => ({
    x: orb.x + (index - 3) * stage.unit * random.between(10, 16),
    width: stage.unit * random.between(3, 8),
    phase: random.between(0, 6),
  }));
  return (pen, { seconds }) => {
    for (const { x, width, phase } of rays) {
      const lean = (x - stage.width / 2) * 0.35 + Math.sin(seconds * 0.4 + phase) * stage.unit * 3;
      pen.fillStyle = verticalGradient(
        pen,
        [0, bottom * 0.8],
        [
          [0, withAlpha(palette.orb, 0.2 + 0.09 * Math.sin(seconds * 0.9 + phase))],
          [1, withAlpha(palette.glow, 0)],
        ],
      );
      fillShape(pen, [
        [x - width * 0.5, 0],
        [x + width * 0.5, 0],
        [x + width * 2 + lean, bottom * 0.8],
        [x - width * 2 + lean, bottom * 0.8],
      ]);
    }
  };
}

function paintRocks(pen: Pen, setting: Setting, { depth, lift }: { depth: number; lift: number }): void {
  const { left, right, bottom, stage, horizonY, palette } = setting;
  const curve = rollingCurve(setting.randomFor(`rocks ${depth}`), 1.6);
  const points: Point[] = [];
  for (let x = left; x <= right + stage.unit; x += stage.unit * 0.8) {
    const share = (x - left) / (right - left);
    const middle = 1 - Math.abs(share - 0.5) * 1.6;
    points.push([x, horizonY + stage.unit * (middle * 14 - lift * (0.6 + 0.9 * Math.max(0, curve(share))))]);
  }
  pen.fillStyle = css(mix(palette.ink, palette.skyMiddle, 0.72 - depth * 1.1));
  fillShape(pen, [...points, [right + stage.unit, bottom], [left, bottom]]);
}

function paintSand(pen: Pen, setting: Setting): void {
  const { left, right, bottom, stage, horizonY, palette } = setting;
  const random = setting.randomFor("coral");
  for (let coral = 0; coral < 13; coral += 1) {
    const share = random.chance(0.5) ? random.between(0, 0.36) : random.between(0.64, 1);
    const color = mix(hex(random.pick(CORALS)), palette.skyLow, 0.28);
    paintCoral(pen, {
      x: left + (right - left) * share,
      y: horizonY + stage.unit * 3,
      size: stage.unit * random.between(5, 12),
      color: css(color),
      branch: 0,
      angle: -Math.PI / 2,
    });
  }
  const curve = rollingCurve(setting.randomFor("sea sand"), 1);
  const sand = mix(hex("#e6d6a8"), palette.skyMiddle, 0.48);
  const edge: Point[] = [];
  for (let x = left; x <= right + stage.unit; x += stage.unit)
    edge.push([x, horizonY + stage.unit * (2 - 1.6 * curve((x - left) / (right - left)))]);
  pen.fillStyle = verticalGradient(
    pen,
    [horizonY, bottom],
    [
      [0, shade(sand, 0.08)],
      [1, mix(sand, palette.ink, 0.45)],
    ],
  );
  fillShape(pen, [...edge, [right + stage.unit, bottom], [left, bottom]]);
}

type Coral = { x: number; y: number; size: number; color: string; branch: number; angle: number };

function paintCoral(pen: Pen, { x, y, size, color, branch, angle }: Coral): void {
  const [tipX, tipY] = [x + Math.cos(angle) * size * 0.5, y + Math.sin(angle) * size * 0.5];
  pen.strokeStyle = color;
  pen.lineCap = "round";
  pen.lineWidth = size * 0.17;
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(tipX, tipY);
  pen.stroke();
  if (branch === 3) {
    pen.fillStyle = color;
    fillDisc(pen, tipX, tipY, size * 0.15);
    return;
  }
  for (const turn of [-0.5, 0.42]) {
    paintCoral(pen, { x: tipX, y: tipY, size: size * 0.78, color, branch: branch + 1, angle: angle + turn });
  }
}

function weed(setting: Setting): NonNullable<Layer["live"]> {
  const { left, right, stage, horizonY, palette } = setting;
  const random = setting.randomFor("weed");
  const blades = Array.from({ length: 26 }, () => {
    const share = random.chance(0.5) ? random.between(0, 0.3) : random.between(0.7, 1);
    return {
      x: left + (right - left) * share,
      height: stage.unit * random.between(10, 30),
      phase: random.between(0, 6),
      color: css(mix(hex(random.pick(["#2f8f6b", "#1f6f66", "#5aa860"])), palette.skyLow, 0.3)),
    };
  });
  return (pen, { seconds }) => {
    pen.lineCap = "round";
    pen.lineWidth = stage.unit * 1.1;
    for (const { x, height, phase, color } of blades) {
      const sway = Math.sin(seconds * 1.1 + phase) * height * 0.16;
      const base = horizonY + stage.unit * 3;
      pen.strokeStyle = color;
      pen.beginPath();
      pen.moveTo(x, base);
      pen.bezierCurveTo(
        x - sway,
        base - height * 0.35,
        x + sway * 1.4,
        base - height * 0.65,
        x + sway,
        base - height,
      );
      pen.stroke();
    }
  };
}
