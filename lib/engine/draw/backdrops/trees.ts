import type { Pen } from "#lib/motion/pen.ts";
import { type Color, css, shade } from "../../scene/color.ts";
import type { Random } from "../../scene/random.ts";
import { fillDisc, fillShape, type Point } from "../shapes.ts";

type RoundTree = { x: number; y: number; size: number; leaf: Color; random: Random };

/** A broad-leaved tree: a trunk under a handful of balls, the upper ones lighter. `y` is where it stands. */
export function paintRoundTree(pen: Pen, { x, y, size, leaf, random }: RoundTree): void {
  pen.fillStyle = css(shade(leaf, -0.3));
  fillShape(pen, [
    [x - size * 0.07, y],
    [x - size * 0.035, y - size * 0.7],
    [x + size * 0.035, y - size * 0.7],
    [x + size * 0.07, y],
  ]);
  const balls = [
    [-0.26, 0.66, 0.28],
    [0.26, 0.68, 0.27],
    [0, 0.6, 0.3],
    [-0.12, 0.92, 0.3],
    [0.16, 0.9, 0.27],
  ] as const;
  balls.forEach(([dx, dy, radius], index) => {
    pen.fillStyle = css(shade(leaf, index < 3 ? -0.06 : 0.07));
    const wobble = random.between(0.88, 1.12);
    fillDisc(pen, x + dx * size, y - dy * size, radius * size * wobble);
  });
}

type Pine = { x: number; y: number; height: number; color: Color; random: Random; snow?: Color | undefined };

/** A conifer: ragged tiers along a mast, optionally with snow on its right-hand boughs. `y` is where it stands. */
export function paintPine(pen: Pen, { x, y, height, color, random, snow }: Pine): void {
  const tiers = 7;
  const spread = height * random.between(0.19, 0.25);
  const side = (direction: -1 | 1): Point[] =>
    Array.from({ length: tiers }, (_, tier) => {
      const share = (tier + 1) / tiers;
      const outer = spread * share * random.between(0.82, 1.1);
      const tipY = y - height * (1 - share * 0.9);
      return [
        [x + direction * outer, tipY + height * 0.025],
        [x + direction * outer * 0.52, tipY - height * 0.012],
      ] as const;
    }).flat();
  pen.fillStyle = css(shade(color, -0.25));
  pen.fillRect(x - height * 0.018, y - height * 0.12, height * 0.036, height * 0.12);
  const leftSide = side(-1);
  const rightSide = side(1);
  pen.fillStyle = css(color);
  fillShape(pen, [[x, y - height], ...rightSide, ...[...leftSide].reverse()]);
  if (snow === undefined) return;
  pen.fillStyle = css(snow);
  for (let tier = 0; tier < tiers - 1; tier += 1) {
    const tip = rightSide[tier * 2];
    const inner = rightSide[tier * 2 + 1];
    if (tip && inner)
      fillShape(pen, [
        tip,
        inner,
        [x, inner[1] - height * 0.09],
        [x + spread * 0.05, inner[1] - height * 0.02],
      ]);
  }
}
