import { css, mix, withAlpha } from "../../scene/color.ts";
import type { Layer } from "../layer.ts";
import type { Setting } from "../setting.ts";
import { fillOval, fillShape } from "../shapes.ts";

/** Small fish in the distance that turn as one. */
export function shoalLayer(setting: Setting): Layer {
  const { stage, horizonY, palette } = setting;
  const random = setting.randomFor("shoal");
  const [middleX, middleY] = [stage.width * random.between(0.2, 0.5), horizonY * random.between(0.25, 0.5)];
  const fish = Array.from({ length: 46 }, () => ({
    x: (random.next() + random.next() - 1) * stage.unit * 30,
    y: (random.next() + random.next() - 1) * stage.unit * 13,
    size: stage.unit * random.between(0.7, 1.5),
    phase: random.between(0, 6),
  }));
  const color = css(withAlpha(mix(palette.ink, palette.skyMiddle, 0.4), 0.75));
  return {
    depth: 0.25,
    live: (pen, { seconds }) => {
      pen.fillStyle = color;
      for (const { x, y, size, phase } of fish) {
        const swim = Math.sin(seconds * 0.9 + x / (stage.unit * 14));
        const [atX, atY] = [middleX + x + seconds * stage.unit * 2.6, middleY + y + swim * stage.unit * 2.2];
        fillOval(pen, [atX, atY], [size, size * 0.36]);
        const beat = Math.sin(seconds * 9 + phase) * size * 0.2;
        fillShape(pen, [
          [atX - size * 0.8, atY],
          [atX - size * 1.5, atY - size * 0.4 + beat],
          [atX - size * 1.5, atY + size * 0.4 + beat],
        ]);
      }
    },
  };
}
