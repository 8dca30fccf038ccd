import type { Point } from "../shapes.ts";
import { type Brush, blob, disc, limb, oval, rim, shape, sway, tone } from "./brush.ts";

/** A four-legged animal in side view, as proportions of a body that is 100 high at its head. */
export type Build = {
  color: string;
  belly: string;
  /** Height of the back, half the length of the trunk and half its depth. */
  back: number;
  reach: number;
  depth: number;
  leg: number;
  neck: { x: number; y: number; width: number };
  head: { radius: number; snout: number; tilt: number };
  /** Steps per second, as an angle. */
  pace: number;
};

export function drawAnimal(brush: Brush, build: Build, tail: () => void): void {
  drawLegs(brush, build, true);
  tail();
  drawTrunk(brush, build);
  drawLegs(brush, build, false);
  drawHead(brush, build);
}

function drawLegs(brush: Brush, build: Build, isFar: boolean): void {
  const color = tone(brush, build.color, isFar ? -0.34 : -0.04);
  for (const [index, x] of [build.reach * 0.74, -build.reach * 0.82].entries()) {
    const step = sway(brush, build.pace) * (index === 0 ? 1 : -1) * (isFar ? -1 : 1);
    const swing = step * build.back * 0.12;
    const lifted = Math.max(0, step) * build.back * 0.07;
    const hip: Point = [x, -build.back + build.depth * 0.2];
    const knee: Point = [x + swing * 0.3 + (index === 0 ? 0.6 : -2), -build.back * 0.44 - lifted];
    const hoof: Point = [x + swing + (index === 0 ? 0 : 1), -build.leg * 0.4 - lifted * 1.4];
    drawThigh(brush, { color, hip, knee, width: build.leg * (index === 0 ? 1.5 : 2) });
    limb(brush, { color, width: build.leg, points: [knee, hoof] });
    disc(brush, tone(brush, build.color, -0.5), [hoof[0] + build.leg * 0.15, hoof[1], build.leg * 0.52]);
  }
}

type Thigh = { color: string; hip: Point; knee: Point; width: number };

/** Broad where it leaves the trunk, as thin as the shank at the knee. */
function drawThigh(brush: Brush, { color, hip, knee, width }: Thigh): void {
  blob(brush, color, [
    [hip[0] - width, hip[1] - width * 0.4],
    [hip[0] + width, hip[1] - width * 0.4],
    [hip[0] + width * 0.9, hip[1] + width],
    [knee[0] + width * 0.42, knee[1] + width * 0.4],
    [knee[0] - width * 0.42, knee[1] + width * 0.4],
    [hip[0] - width * 0.9, hip[1] + width],
  ]);
}

function drawTrunk(brush: Brush, build: Build): void {
  const { back, reach, depth, neck } = build;
  const color = tone(brush, build.color);
  shape(brush, color, [
    [reach * 0.3, -back - depth * 0.7],
    [neck.x - neck.width * 0.55, neck.y - 2],
    [neck.x + neck.width * 0.5, neck.y + 4],
    [reach * 1.16, -back + depth * 0.5],
  ]);
  blob(brush, color, [
    [-reach * 1.2, -back + depth * 0.1],
    [-reach * 1, -back - depth * 0.95],
    [0, -back - depth * 0.7],
    [reach * 0.85, -back - depth],
    [reach * 1.24, -back + depth * 0.1],
    [reach * 0.85, -back + depth * 1.35],
    [0, -back + depth * 0.95],
    [-reach * 0.6, -back + depth * 0.7],
    [-reach * 1.08, -back + depth * 0.85],
  ]);
  oval(
    brush,
    tone(brush, build.belly),
    [reach * 1.02, -back + depth * 0.1, depth * 0.34, depth * 0.62],
    -0.35,
  );
  const light = [
    [-reach * 0.95, -back - depth * 0.72],
    [0, -back - depth * 0.66],
    [reach * 0.5, -back - depth * 0.84],
  ] as const;
  limb(brush, { color: rim(brush, build.color), width: 1.6, points: light });
}

function drawHead(brush: Brush, build: Build): void {
  const { neck, head } = build;
  const nod = sway(brush, build.pace * 0.5) * 1.2;
  const color = tone(brush, build.color);
  const y = neck.y + nod;
  oval(brush, color, [neck.x, y, head.radius, head.radius * 0.92], head.tilt);
  const tipX = neck.x + Math.cos(head.tilt) * head.snout;
  const tipY = y + Math.sin(head.tilt) * head.snout;
  shape(brush, color, [
    [neck.x, y - head.radius * 0.75],
    [tipX, tipY - head.radius * 0.3],
    [tipX, tipY + head.radius * 0.38],
    [neck.x - head.radius * 0.1, y + head.radius * 0.9],
  ]);
  disc(brush, color, [tipX, tipY, head.radius * 0.36]);
  disc(brush, tone(brush, "#221c26"), [
    tipX + head.radius * 0.18,
    tipY - head.radius * 0.05,
    head.radius * 0.17,
  ]);
  disc(brush, tone(brush, "#221c26"), [
    neck.x + head.radius * 0.3,
    y - head.radius * 0.28,
    head.radius * 0.14,
  ]);
}
