import type { Pen } from "#lib/motion/pen.ts";
import { css, mix, shade, withAlpha } from "../../scene/color.ts";
import { paintDune, SAND } from "../backdrops/dunes.ts";
import { inLight } from "../backdrops/tones.ts";
import type { Layer } from "../layer.ts";
import type { Setting } from "../setting.ts";
import { fillOval, rollingCurve, verticalGradient } from "../shapes.ts";

/** The near dunes: a broad back to stand on, ripples of wind, and sand that blows off the crest. */
export function sandLayers(setting: Setting): Layer[] {
  const { horizonY, bottom, stage } = setting;
  return [
    {
      depth: 0.45,
      still: { top: horizonY - stage.unit * 4, bottom, paint: (pen) => paintBack(pen, setting) },
      live: blownSand(setting),
    },
    {
      depth: 0.8,
      still: {
        top: horizonY + stage.unit * 8,
        bottom,
        paint: (pen) => {
          const dune = {
            x: stage.width * 0.16,
            height: stage.unit * 8,
            reach: stage.unit * 96,
            bend: 0.22,
            distance: 0,
          };
          paintDune(pen, setting, dune, bottom + stage.unit * 2);
        },
      },
    },
  ];
}

/** Where the broad back lies; subjects walk on it. */
export function sandHeight({ horizonY, stage, left, right, randomFor }: Setting): (x: number) => number {
  const curve = rollingCurve(randomFor("sand"), 0.5);
  return (x) => horizonY + stage.unit * (7 - 4 * curve((x - left) / (right - left)));
}

function paintBack(pen: Pen, setting: Setting): void {
  const { left, right, bottom, stage, palette, horizonY } = setting;
  const heightAt = sandHeight(setting);
  const sand = inLight(setting, SAND);
  pen.beginPath();
  pen.moveTo(left, bottom);
  for (let x = left; x <= right + stage.unit; x += stage.unit) pen.lineTo(x, heightAt(x));
  pen.lineTo(right + stage.unit, bottom);
  pen.closePath();
  pen.fillStyle = verticalGradient(
    pen,
    [horizonY, bottom],
    [
      [0, mix(shade(sand, 0.16), palette.glow, 0.4 * palette.light)],
      [0.5, sand],
      [1, mix(shade(sand, -0.25), palette.ink, 0.25)],
    ],
  );
  pen.fill();
  const random = setting.randomFor("sand ripples");
  for (let index = 0; index < 60; index += 1) {
    const x = random.between(left, right);
    const y = heightAt(x) + stage.unit * random.between(3, 30);
    pen.fillStyle = css(withAlpha(shade(sand, random.chance(0.5) ? 0.2 : -0.25), 0.22));
    fillOval(pen, [x, y], [stage.unit * random.between(3, 12), stage.unit * 0.2]);
  }
}

function blownSand(setting: Setting): NonNullable<Layer["live"]> {
  const { left, right, stage, palette } = setting;
  const heightAt = sandHeight(setting);
  const random = setting.randomFor("blown sand");
  const grains = Array.from({ length: 36 }, () => ({
    start: random.next(),
    lift: random.between(0, 3.4),
    length: random.between(2, 7),
  }));
  return (pen, { seconds }) => {
    pen.fillStyle = css(withAlpha(mix(SAND, palette.orb, 0.5), 0.2));
    for (const { start, lift, length } of grains) {
      const x = left + (right - left) * ((start + seconds * 0.07) % 1);
      const y = heightAt(x) - stage.unit * (lift + Math.sin(seconds * 2 + start * 9) * 0.5);
      fillOval(pen, [x, y], [stage.unit * length, stage.unit * 0.13]);
    }
  };
}
