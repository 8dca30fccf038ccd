import { drawLetters, LETTER_HEIGHT, widthOfLetters } from "../draw/letters.ts";
import { penOf } from "../draw/skia-surface.ts";
import type { Draw, PartOf, Setup } from "./part.ts";

/** Share of the frame's shorter side that the letters are high. */
const HEIGHT = 0.07;
const MAX_WIDTH = 0.8;
const SWING_SECONDS = 2.5;

/**
 * A name that swings from side to side, readable on any ground. Its letters are strokes, because a machine need not have a
 * font; signs without strokes are gaps.
 */
export function prepareTitle({ text }: PartOf<"title">, { widthPx, heightPx }: Setup): Draw {
  const words = text.toUpperCase().replaceAll("_", " ").replaceAll("’", "'");
  const wanted = (Math.min(widthPx, heightPx) * HEIGHT) / LETTER_HEIGHT;
  const size = Math.min(wanted, (widthPx * MAX_WIDTH) / Math.max(1, widthOfLetters(words)));
  const [width, height] = [widthOfLetters(words) * size, LETTER_HEIGHT * size];
  return (context, seconds) => {
    const swing = Math.sin((2 * Math.PI * seconds) / SWING_SECONDS);
    context.save();
    context.translate(widthPx / 2 + swing * (widthPx * MAX_WIDTH - width) * 0.25, heightPx * 0.84);
    context.rotate(swing * 0.05);
    context.fillStyle = "rgba(16, 18, 24, 0.72)";
    context.beginPath();
    context.roundRect(-width / 2 - height, -height, width + 2 * height, 2 * height, height);
    context.fill();
    drawLetters(penOf(context), { text: words, x: -width / 2, y: -height / 2, size, color: "#ffffff" });
    context.restore();
  };
}
