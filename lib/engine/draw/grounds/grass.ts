import type { Pen } from "#lib/motion/pen.ts";
import { type Color, css } from "../../scene/color.ts";
import type { Random } from "../../scene/random.ts";

export type Blade = { x: number; y: number; height: number; lean: number; phase: number };

export type GrassPlan = {
  from: number;
  to: number;
  count: number;
  yAt: (x: number) => number;
  height: number;
  random: Random;
};

export function growGrass({ from, to, count, yAt, height, random }: GrassPlan): Blade[] {
  return Array.from({ length: count }, () => {
    const x = random.between(from, to);
    return {
      x,
      y: yAt(x),
      height: height * random.between(0.45, 1.2),
      lean: random.between(-0.35, 0.35),
      phase: x * 0.004 + random.between(0, 0.9),
    };
  });
}

/** Blades bending in gusts that wander across the picture; one path for all of them. */
export function drawGrass(
  pen: Pen,
  { blades, color, seconds }: { blades: readonly Blade[]; color: Color; seconds: number },
): void {
  pen.fillStyle = css(color);
  pen.beginPath();
  for (const { x, y, height, lean, phase } of blades) {
    const gust = Math.sin(seconds * 1.5 - phase * 3) * 0.16 + Math.sin(seconds * 2.7 - phase * 5) * 0.06;
    const tipX = x + height * (lean + gust);
    const half = height * 0.045;
    pen.moveTo(x - half, y);
    pen.quadraticCurveTo(x - half + height * lean * 0.3, y - height * 0.55, tipX, y - height);
    pen.quadraticCurveTo(x + half + height * lean * 0.3, y - height * 0.5, x + half, y);
  }
  pen.fill();
}
