import type { Draw, PartOf, Setup } from "./part.ts";

/** Share of the frame's shorter side that the letters are high. */
const LETTER_HEIGHT = 0.08;
const MAX_WIDTH = 0.8;
const SWING_SECONDS = 2.5;

/** A name that swings from side to side, readable on any ground. */
export function prepareTitle({ text }: PartOf<"title">, { widthPx, heightPx }: Setup): Draw {
  const letterPx = Math.min(widthPx, heightPx) * LETTER_HEIGHT;
  return (context, seconds) => {
    const swing = Math.sin((2 * Math.PI * seconds) / SWING_SECONDS);
    context.save();
    context.font = `bold ${letterPx}px "DejaVu Sans", "Noto Sans CJK SC", sans-serif`;
    const width = Math.min(context.measureText(text).width, widthPx * MAX_WIDTH);
    context.translate(widthPx / 2 + swing * (widthPx * MAX_WIDTH - width) * 0.25, heightPx * 0.84);
    context.rotate(swing * 0.05);
    context.fillStyle = "rgba(16, 18, 24, 0.72)";
    context.beginPath();
    context.roundRect(
      -width / 2 - letterPx / 2,
      -letterPx * 0.8,
      width + letterPx,
      letterPx * 1.6,
      letterPx * 0.8,
    );
    context.fill();
    context.fillStyle = "#ffffff";
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(text, 0, 0, widthPx * MAX_WIDTH);
    context.restore();
  };
}
