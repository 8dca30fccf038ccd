import { css, hex, mix, withAlpha } from "../../scene/color.ts";
import type { Layer } from "../layer.ts";
import type { Setting } from "../setting.ts";
import { fillDisc, fillOval } from "../shapes.ts";

/** Rain in two sheets, the near one faster and longer. */
export function rainLayers(setting: Setting): Layer[] {
  const { scene, stage, left, right, top, bottom, palette } = setting;
  const isStorm = scene.weather === "storm";
  const slant = isStorm ? 0.34 : 0.14;
  return [0, 1].map((sheet) => {
    const random = setting.randomFor(`rain ${sheet}`);
    const length = stage.unit * (sheet === 0 ? 4 : 8);
    const drops = Array.from({ length: (sheet === 0 ? 130 : 60) * (isStorm ? 1.6 : 1) }, () => ({
      x: random.between(left - stage.unit * 20, right + stage.unit * 20),
      start: random.next(),
      speed: random.between(0.85, 1.15) * (sheet === 0 ? 1.5 : 2.3),
    }));
    const color = css(withAlpha(mix(hex("#ffffff"), palette.haze, 0.3), sheet === 0 ? 0.26 : 0.34));
    return {
      depth: sheet === 0 ? 0.4 : 0.9,
      live: (pen, { seconds }) => {
        pen.strokeStyle = color;
        pen.lineWidth = stage.unit * (sheet === 0 ? 0.12 : 0.18);
        pen.lineCap = "round";
        pen.beginPath();
        for (const { x, start, speed } of drops) {
          const y = top - length + (bottom - top + length * 2) * ((start + seconds * speed) % 1);
          const shift = (y - top) * slant;
          pen.moveTo(x - shift, y);
          pen.lineTo(x - shift - length * slant, y + length);
        }
        pen.stroke();
      },
    } satisfies Layer;
  });
}

/** Snowflakes in three sheets, the near ones large and soft. */
export function snowLayers(setting: Setting): Layer[] {
  const { stage, left, right, top, bottom } = setting;
  return [0, 1, 2].map((sheet) => {
    const random = setting.randomFor(`snow ${sheet}`);
    const flakes = Array.from({ length: [110, 70, 22][sheet] ?? 0 }, () => ({
      x: random.between(left, right),
      start: random.next(),
      radius: stage.unit * random.between(0.14, 0.26) * (1 + sheet * 0.9),
      speed: random.between(0.05, 0.09) * (1 + sheet * 0.8),
      phase: random.between(0, 6),
    }));
    const alpha = [0.6, 0.75, 0.5][sheet] ?? 0.6;
    return {
      depth: [0.3, 0.6, 0.95][sheet] ?? 0.6,
      live: (pen, { seconds }) => {
        pen.fillStyle = `rgba(255,255,255,${alpha})`;
        for (const { x, start, radius, speed, phase } of flakes) {
          const y = top + (bottom - top) * ((start + seconds * speed) % 1);
          fillDisc(pen, x + Math.sin(seconds * 0.9 + phase) * stage.unit * 1.6, y, radius);
        }
      },
    } satisfies Layer;
  });
}

const DRIFTING = {
  blossoms: ["#ffd3e0", "#ffb3c8", "#fff0f4"],
  leaves: ["#e07b39", "#c9502f", "#f0b04a"],
} as const;

/** Petals or leaves that tumble down on the wind. */
export function driftLayer(setting: Setting, kind: keyof typeof DRIFTING): Layer {
  const { stage, left, right, top, bottom } = setting;
  const random = setting.randomFor(kind);
  const [first, second, third] = DRIFTING[kind];
  const pieces = Array.from({ length: 44 }, () => ({
    x: random.between(left - stage.unit * 30, right),
    start: random.next(),
    size: stage.unit * random.between(0.5, 1.15),
    speed: random.between(0.06, 0.13),
    phase: random.between(0, 6),
    color: random.pick([first, second, third]),
  }));
  return {
    depth: 0.85,
    live: (pen, { seconds }) => {
      for (const { x, start, size, speed, phase, color } of pieces) {
        const way = (start + seconds * speed) % 1;
        const y = top + (bottom - top) * way;
        const flutter = Math.sin(seconds * 2.2 + phase);
        pen.fillStyle = color;
        fillOval(
          pen,
          [x + way * stage.unit * 34 + flutter * stage.unit * 2, y],
          [size, size * (0.25 + 0.4 * Math.abs(flutter))],
          seconds * 1.3 + phase,
        );
      }
    },
  };
}
