import { levelAt } from "../sound/level-at.ts";
import { type Draw, type PartOf, pixelsOf, type Setup } from "./part.ts";

const BARS = 24;
const BAR_SECONDS = 0.05;

/** A mouth that opens as loud as the sound is, and the sound of the last moments as bars below. */
export function prepareMouth({ at }: PartOf<"mouth">, setup: Setup): Draw {
  const { x, y, width, height } = pixelsOf(at, setup);
  const { sound, widthPx, heightPx } = setup;
  if (sound === null) return () => undefined;
  return (context, seconds) => {
    const open = levelAt(sound, seconds);
    context.save();
    context.fillStyle = "#5a1622";
    context.strokeStyle = "#c8505e";
    context.lineWidth = Math.max(2, height * 0.12);
    context.beginPath();
    context.ellipse(
      x + width / 2,
      y + height / 2,
      width / 2,
      (height / 2) * Math.max(0.08, open),
      0,
      0,
      2 * Math.PI,
    );
    context.fill();
    context.stroke();
    context.fillStyle = "rgba(255, 255, 255, 0.85)";
    for (let bar = 0; bar < BARS; bar += 1) {
      const level = levelAt(sound, seconds - (BARS - 1 - bar) * BAR_SECONDS);
      const barHeight = heightPx * (0.006 + 0.07 * level);
      context.fillRect(
        widthPx * (0.3 + (0.4 * bar) / BARS),
        heightPx * 0.95 - barHeight,
        (widthPx * 0.24) / BARS,
        barHeight,
      );
    }
    context.restore();
  };
}
