import type { Pen } from "#lib/motion/pen.ts";
import { type Color, css, hex, mix, shade, withAlpha } from "../../scene/color.ts";
import type { Layer } from "../layer.ts";
import type { Setting } from "../setting.ts";
import {
  fillDisc,
  fillGlow,
  fillOval,
  fillShape,
  type Point,
  rollingCurve,
  verticalGradient,
} from "../shapes.ts";

type Planet = readonly [light: string, dark: string];

const PLANETS: readonly [Planet, ...Planet[]] = [
  ["#e8935c", "#a84f5f"],
  ["#5fb3c9", "#3a5aa8"],
  ["#c98fd9", "#6a4aa8"],
];

/** Nebula and a planet: the backdrop of space. */
export function spaceLayers(setting: Setting): Layer[] {
  const bottom = setting.horizonY;
  return [
    { depth: 0.04, still: { top: 0, bottom, paint: (pen) => paintNebula(pen, setting) } },
    { depth: 0.08, still: { top: 0, bottom, paint: (pen) => paintPlanet(pen, setting) } },
  ];
}

/** A far ridge and cratered ground. */
export function moonscapeLayers(setting: Setting): Layer[] {
  const { horizonY, bottom, stage } = setting;
  const ridge = { top: horizonY - stage.unit * 14, bottom: horizonY + stage.unit * 6 };
  return [
    { depth: 0.3, still: { ...ridge, paint: (pen) => paintRidge(pen, setting) } },
    {
      depth: 0.6,
      still: { top: horizonY - stage.unit * 6, bottom, paint: (pen) => paintGround(pen, setting) },
    },
  ];
}

export function moonHeight({ horizonY, stage, left, right, randomFor }: Setting): (x: number) => number {
  const curve = rollingCurve(randomFor("moon"), 0.8);
  return (x) => horizonY + stage.unit * (2 - 2.4 * curve((x - left) / (right - left)));
}

function paintNebula(pen: Pen, setting: Setting): void {
  const { stage, horizonY, left, right } = setting;
  const random = setting.randomFor("nebula");
  const colors = [hex("#5b4bd6"), hex("#c2519a"), hex("#2f8fc4")];
  for (let cloud = 0; cloud < 14; cloud += 1) {
    const share = cloud / 13;
    const x = left + (right - left) * share;
    const y = horizonY * (0.7 - 0.5 * share + random.between(-0.12, 0.12));
    const color = colors[random.integer(0, 2)] ?? colors[0];
    if (color) fillGlow(pen, [x, y], stage.unit * random.between(18, 40), withAlpha(color, 0.24));
  }
}

function paintPlanet(pen: Pen, setting: Setting): void {
  const { stage, orb, horizonY } = setting;
  const random = setting.randomFor("planet");
  const [light, dark] = random.pick(PLANETS);
  const radius = stage.unit * random.between(15, 21);
  const x = orb.x < stage.width / 2 ? stage.width * 0.76 : stage.width * 0.24;
  const y = horizonY * 0.36;
  fillGlow(pen, [x, y], radius * 1.9, withAlpha(hex(light), 0.3));
  pen.save();
  pen.beginPath();
  pen.arc(x, y, radius, 0, Math.PI * 2);
  pen.clip();
  pen.fillStyle = verticalGradient(
    pen,
    [y - radius, y + radius],
    [
      [0, shade(hex(light), 0.2)],
      [1, hex(dark)],
    ],
  );
  pen.fillRect(x - radius, y - radius, radius * 2, radius * 2);
  for (let band = 0; band < 6; band += 1) {
    pen.fillStyle = css(withAlpha(shade(hex(light), random.chance(0.5) ? 0.35 : -0.3), 0.25));
    fillOval(
      pen,
      [x, y + radius * random.between(-0.9, 0.9)],
      [radius * 1.1, radius * random.between(0.04, 0.13)],
      -0.12,
    );
  }
  pen.fillStyle = "rgba(8,6,30,0.45)";
  fillDisc(pen, x + radius * (orb.x < x ? 0.5 : -0.5), y + radius * 0.25, radius * 1.02);
  pen.restore();
  paintRing(pen, { x, y, radius, color: hex(light) });
}

function paintRing(
  pen: Pen,
  { x, y, radius, color }: { x: number; y: number; radius: number; color: Color },
): void {
  pen.strokeStyle = css(withAlpha(shade(color, 0.4), 0.6));
  pen.lineWidth = radius * 0.06;
  for (const [scale, from, to] of [
    [1.7, 0.08, Math.PI - 0.08],
    [1.5, 0.12, Math.PI - 0.12],
  ] as const) {
    pen.beginPath();
    pen.ellipse(x, y, radius * scale, radius * scale * 0.24, -0.12, from, to);
    pen.stroke();
  }
}

function paintRidge(pen: Pen, setting: Setting): void {
  const { left, right, stage, horizonY, palette } = setting;
  const curve = rollingCurve(setting.randomFor("moon ridge"), 2.2);
  const points: Point[] = [];
  for (let x = left; x <= right + stage.unit; x += stage.unit) {
    points.push([x, horizonY - stage.unit * (5 + 6 * curve((x - left) / (right - left)))]);
  }
  pen.fillStyle = css(mix(mix(hex("#6d6a90"), palette.skyLow, 0.5), palette.ink, 0.25));
  fillShape(pen, [
    ...points,
    [right + stage.unit, horizonY + stage.unit * 6],
    [left, horizonY + stage.unit * 6],
  ]);
}

function paintGround(pen: Pen, setting: Setting): void {
  const { left, right, stage, bottom, palette } = setting;
  const heightAt = moonHeight(setting);
  const dust = mix(hex("#a29cb8"), palette.ink, 0.3);
  const edge: Point[] = [];
  for (let x = left; x <= right + stage.unit; x += stage.unit) edge.push([x, heightAt(x)]);
  pen.fillStyle = verticalGradient(
    pen,
    [heightAt(left) - stage.unit * 4, bottom],
    [
      [0, shade(dust, 0.22)],
      [0.3, dust],
      [1, mix(dust, palette.ink, 0.7)],
    ],
  );
  fillShape(pen, [...edge, [right + stage.unit, bottom], [left, bottom]]);
  const random = setting.randomFor("craters");
  for (let crater = 0; crater < 16; crater += 1) {
    const x = random.between(left, right);
    const share = random.next();
    const y = heightAt(x) + stage.unit * 3 + (bottom - heightAt(x)) * share;
    const radius = stage.unit * (1 + 5 * share) * random.between(0.5, 1.2);
    pen.fillStyle = css(withAlpha(palette.ink, 0.36));
    fillOval(pen, [x, y], [radius, radius * 0.28]);
    pen.fillStyle = css(withAlpha(shade(dust, 0.35), 0.5));
    fillOval(pen, [x, y + radius * 0.14], [radius * 0.92, radius * 0.18]);
  }
}
