import type { Pen } from "#lib/motion/pen.ts";
import { css, hex, mix, withAlpha } from "../../scene/color.ts";
import type { Layer } from "../layer.ts";
import type { Setting } from "../setting.ts";
import { fillDisc, fillGlow } from "../shapes.ts";
import { drawLantern } from "../subjects/lantern.ts";

/** Fireflies that wander and breathe. */
export function fireflyLayer(setting: Setting): Layer {
  const { stage, left, right, horizonY, bottom } = setting;
  const random = setting.randomFor("fireflies");
  const flies = Array.from({ length: 34 }, () => ({
    x: random.between(left, right),
    y: random.between(horizonY - stage.unit * 16, bottom - stage.unit * 6),
    reach: stage.unit * random.between(2, 6),
    phase: random.between(0, 6),
    size: stage.unit * random.between(0.2, 0.42),
  }));
  const color = hex("#e8ff9a");
  return {
    depth: 0.7,
    live: (pen, { seconds }) => {
      for (const { x, y, reach, phase, size } of flies) {
        const glow = Math.max(0, Math.sin(seconds * 1.6 + phase * 3));
        if (glow < 0.05) continue;
        const place = [
          x + Math.sin(seconds * 0.6 + phase) * reach,
          y + Math.cos(seconds * 0.8 + phase * 2) * reach * 0.6,
        ] as const;
        fillGlow(pen, place, size * 6, withAlpha(color, 0.5 * glow));
        pen.fillStyle = css(withAlpha(color, glow));
        fillDisc(pen, place[0], place[1], size);
      }
    },
  };
}

/** Sky lanterns that rise. */
export function skyLanternLayer(setting: Setting): Layer {
  const { stage, left, right, bottom } = setting;
  const random = setting.randomFor("sky lanterns");
  const lanterns = Array.from({ length: 22 }, () => {
    const distance = random.next();
    return {
      x: random.between(left, right),
      start: random.next(),
      scale: (stage.unit * (8 - 6 * distance)) / 100,
      speed: 0.024 + 0.02 * (1 - distance),
      phase: random.between(0, 6),
    };
  }).sort((first, second) => first.scale - second.scale);
  return {
    depth: 0.4,
    live: (pen, { seconds }) => {
      for (const { x, start, scale, speed, phase } of lanterns) {
        const way = (start + seconds * speed) % 1;
        pen.save();
        pen.translate(x + Math.sin(seconds * 0.5 + phase) * stage.unit * 1.5, bottom * (1.05 - way * 1.15));
        pen.scale(scale, scale);
        drawLantern({ pen, seconds, phase, setting, accent: "#e8604c" });
        pen.restore();
      }
    },
  };
}

const SPARKS = ["#ffd166", "#ff6f91", "#7bdff2", "#c8a2ff", "#a8ff9e"] as const;

/** Fireworks, one bursting as the last one fades. */
export function fireworkLayer(setting: Setting): Layer {
  const { stage, horizonY } = setting;
  const random = setting.randomFor("fireworks");
  const bursts = Array.from({ length: 36 }, (_, index) => ({
    at: index * 0.45 + random.between(0, 0.3) - 0.8,
    x: stage.width * random.between(0.14, 0.86),
    y: horizonY * random.between(0.12, 0.4),
    reach: stage.unit * random.between(13, 22),
    color: hex(random.pick(SPARKS)),
  }));
  return {
    depth: 0.15,
    live: (pen, { seconds }) => {
      for (const burst of bursts)
        drawBurst(pen, { ...burst, age: (seconds - burst.at) / 1.9, unit: stage.unit });
    },
  };
}

type Burst = {
  x: number;
  y: number;
  reach: number;
  color: ReturnType<typeof hex>;
  age: number;
  unit: number;
};

function drawBurst(pen: Pen, { x, y, reach, color, age, unit }: Burst): void {
  if (age < 0 || age > 1) return;
  const spread = reach * (1 - (1 - age) ** 3);
  const fade = 1 - age ** 1.6;
  fillGlow(pen, [x, y], reach * 1.5, withAlpha(color, 0.28 * fade * (1 - age)));
  for (let ring = 0; ring < 2; ring += 1) {
    const count = ring === 0 ? 26 : 15;
    pen.fillStyle = css(withAlpha(ring === 0 ? color : mix(color, hex("#ffffff"), 0.6), fade));
    for (let spark = 0; spark < count; spark += 1) {
      const angle = (spark / count) * Math.PI * 2 + ring;
      for (let trail = 0; trail < 4; trail += 1) {
        const distance = spread * (ring === 0 ? 1 : 0.58) * (1 - trail * 0.09);
        const drop = age * age * unit * 6;
        fillDisc(
          pen,
          x + Math.cos(angle) * distance,
          y + Math.sin(angle) * distance + drop,
          unit * (0.3 - trail * 0.06),
        );
      }
    }
  }
}
