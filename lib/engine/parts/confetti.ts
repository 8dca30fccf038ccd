import { randomFrom } from "../scene/random.ts";
import type { Draw, PartOf, Setup } from "./part.ts";

const PIECES = 90;
const COLORS = ["#f2545b", "#f5b82e", "#37b26c", "#3f8efc", "#b05cf0", "#ffffff"] as const;
/** How many times the frame's height a piece falls in a second. */
const FALLS = { from: 0.18, to: 0.4 } as const;

/** Bits of paper that fall and turn over the whole frame. */
export function prepareConfetti({ seed }: PartOf<"confetti">, { widthPx, heightPx }: Setup): Draw {
  const random = randomFrom(`confetti ${seed}`);
  const side = Math.min(widthPx, heightPx) * 0.018;
  const pieces = Array.from({ length: PIECES }, () => ({
    x: random.next(),
    start: random.next(),
    falls: random.between(FALLS.from, FALLS.to),
    turns: random.between(2, 7),
    color: random.pick(COLORS),
  }));
  return (context, seconds) => {
    for (const { x, start, falls, turns, color } of pieces) {
      const way = (start + falls * seconds) % 1;
      const turned = turns * (seconds + start);
      context.save();
      context.translate((x + 0.02 * Math.sin(turned)) * widthPx, (way * 1.1 - 0.05) * heightPx);
      context.rotate(turned);
      context.scale(1, Math.cos(turned * 1.7)); // seen from the side while it turns over
      context.fillStyle = color;
      context.fillRect(-side / 2, -side / 3, side, (side * 2) / 3);
      context.restore();
    }
  };
}
