import type { Pen } from "#lib/motion/pen.ts";
import { css, hex, mix, shade, withAlpha } from "../../scene/color.ts";
import { inLight } from "../backdrops/tones.ts";
import type { Layer } from "../layer.ts";
import type { Setting } from "../setting.ts";
import { fillDisc, fillGlow, verticalGradient } from "../shapes.ts";

/** A rooftop high above the rest: haze below it, a parapet, a string of lamps across the picture. */
export function ledgeLayers(setting: Setting): Layer[] {
  const { horizonY, bottom } = setting;
  return [
    { depth: 0.3, still: { top: horizonY, bottom, paint: (pen) => paintAbyss(pen, setting) } },
    {
      depth: 0.82,
      still: {
        top: ledgeY(setting) - setting.stage.unit * 2,
        bottom,
        paint: (pen) => paintParapet(pen, setting),
      },
      live: lampString(setting),
    },
  ];
}

/** The top of the parapet; whoever is up here sits on it. */
export function ledgeY({ stage }: Setting): number {
  return stage.height * 0.84;
}

function paintAbyss(pen: Pen, { left, right, horizonY, bottom, palette }: Setting): void {
  pen.fillStyle = verticalGradient(
    pen,
    [horizonY, bottom],
    [
      [0, mix(palette.haze, palette.skyLow, 0.3)],
      [1, mix(palette.haze, palette.ink, 0.5)],
    ],
  );
  pen.fillRect(left, horizonY, right - left, bottom - horizonY);
}

function paintParapet(pen: Pen, setting: Setting): void {
  const { left, right, bottom, stage, palette } = setting;
  const y = ledgeY(setting);
  const stone = mix(inLight(setting, hex("#7d6f7a")), palette.ink, 0.3);
  pen.fillStyle = verticalGradient(
    pen,
    [y, bottom],
    [
      [0, stone],
      [1, mix(stone, palette.ink, 0.6)],
    ],
  );
  pen.fillRect(left, y, right - left, bottom - y);
  pen.fillStyle = css(mix(shade(stone, 0.16), palette.glow, 0.3 * palette.light));
  pen.fillRect(left, y - stage.unit * 0.4, right - left, stage.unit * 2.2);
  pen.fillStyle = css(withAlpha(palette.ink, 0.35));
  for (let x = left; x < right; x += stage.unit * 21)
    pen.fillRect(x, y + stage.unit * 1.8, stage.unit * 0.3, bottom - y);
}

function lampString(setting: Setting): NonNullable<Layer["live"]> {
  const { stage, palette, scene, left, right } = setting;
  if (scene.time === "day" || scene.time === "dawn") return () => undefined;
  const top = stage.height * 0.1;
  const sag = stage.unit * 9;
  const bulbs = Array.from({ length: 13 }, (_, index) => (index + 0.5) / 13);
  const heightAt = (share: number) => top + sag * 4 * share * (1 - share);
  return (pen, { seconds }) => {
    pen.strokeStyle = css(withAlpha(palette.ink, 0.8));
    pen.lineWidth = stage.unit * 0.16;
    pen.beginPath();
    pen.moveTo(left, top);
    for (let share = 0; share <= 1; share += 0.05) pen.lineTo(left + (right - left) * share, heightAt(share));
    pen.stroke();
    bulbs.forEach((share, index) => {
      const [x, y] = [left + (right - left) * share, heightAt(share) + stage.unit];
      fillGlow(
        pen,
        [x, y],
        stage.unit * 4,
        withAlpha(palette.lamp, 0.42 + 0.12 * Math.sin(seconds * 2 + index * 1.9)),
      );
      pen.fillStyle = css(mix(palette.lamp, hex("#ffffff"), 0.5));
      fillDisc(pen, x, y, stage.unit * 0.6);
    });
  };
}
