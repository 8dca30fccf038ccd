import type { Pen } from "#lib/motion/pen.ts";
import { css, hex, mix, shade, withAlpha } from "../../scene/color.ts";
import { inLight } from "../backdrops/tones.ts";
import type { Layer } from "../layer.ts";
import type { Setting } from "../setting.ts";
import { fillGlow, fillOval, verticalGradient } from "../shapes.ts";

/** A road seen from the side: kerb, asphalt that shines when wet, lane marks, and lamps along it. */
export function roadLayers(setting: Setting): Layer[] {
  const { horizonY, bottom, stage } = setting;
  return [
    {
      depth: 0.5,
      still: { top: horizonY - stage.unit * 34, bottom, paint: (pen) => paintRoad(pen, setting) },
      live: puddleLight(setting),
    },
  ];
}

/** Where wheels and feet touch the ground. */
export function roadY({ horizonY, stage }: Setting): number {
  return horizonY + stage.unit * 9;
}

function paintRoad(pen: Pen, setting: Setting): void {
  const { left, right, bottom, horizonY, stage, palette } = setting;
  const stone = inLight(setting, hex("#8d93a0"));
  const asphalt = inLight(setting, hex("#545a6b"));
  const width = right - left;
  pen.fillStyle = verticalGradient(
    pen,
    [horizonY - stage.unit, horizonY + stage.unit * 4],
    [
      [0, mix(stone, palette.haze, 0.4)],
      [1, stone],
    ],
  );
  pen.fillRect(left, horizonY - stage.unit, width, stage.unit * 5);
  pen.fillStyle = verticalGradient(
    pen,
    [horizonY + stage.unit * 4, bottom],
    [
      [0, mix(asphalt, palette.haze, 0.25)],
      [0.4, asphalt],
      [1, mix(asphalt, palette.ink, 0.6)],
    ],
  );
  pen.fillRect(left, horizonY + stage.unit * 4, width, bottom - horizonY);
  pen.fillStyle = css(shade(stone, 0.12));
  pen.fillRect(left, horizonY + stage.unit * 3.4, width, stage.unit * 0.7);
  pen.fillStyle = css(withAlpha(mix(hex("#f4ead0"), asphalt, 0.25), 0.75));
  for (let x = left; x < right; x += stage.unit * 17) {
    pen.fillRect(x, horizonY + stage.unit * 15, stage.unit * 9, stage.unit * 0.9);
  }
  for (let x = left + stage.unit * 8; x < right; x += stage.unit * 42) paintLamp(pen, setting, x);
}

function paintLamp(pen: Pen, setting: Setting, x: number): void {
  const { horizonY, stage, palette, scene } = setting;
  const foot = horizonY + stage.unit * 2.6;
  const top = foot - stage.unit * 30;
  const isLit = (scene.time !== "day" && scene.time !== "dawn") || scene.weather === "rain";
  if (isLit) {
    fillGlow(pen, [x + stage.unit * 4.6, top + stage.unit], stage.unit * 15, withAlpha(palette.lamp, 0.5));
    pen.save();
    pen.translate(x + stage.unit * 4.6, foot + stage.unit * 3);
    pen.scale(1, 0.2);
    fillGlow(pen, [0, 0], stage.unit * 17, withAlpha(palette.lamp, 0.5));
    pen.restore();
  }
  pen.strokeStyle = css(mix(palette.ink, palette.haze, 0.14));
  pen.lineCap = "round";
  pen.lineWidth = stage.unit * 0.55;
  pen.beginPath();
  pen.moveTo(x, foot);
  pen.lineTo(x, top + stage.unit * 3);
  pen.quadraticCurveTo(x, top, x + stage.unit * 4.4, top);
  pen.stroke();
  pen.fillStyle = css(isLit ? mix(palette.lamp, hex("#ffffff"), 0.5) : palette.haze);
  fillOval(pen, [x + stage.unit * 4.7, top + stage.unit * 0.4], [stage.unit * 1.2, stage.unit * 0.5]);
}

/** Rain makes the road a mirror: the lamps lie in it as shivering streaks, and drops draw rings. */
function puddleLight(setting: Setting): NonNullable<Layer["live"]> {
  const { scene, left, right, horizonY, stage, palette, randomFor, bottom } = setting;
  if (scene.weather !== "rain" && scene.weather !== "storm") return () => undefined;
  const random = randomFor("puddles");
  const rings = Array.from({ length: 26 }, () => ({
    x: random.between(left, right),
    y: random.between(horizonY + stage.unit * 6, bottom),
    phase: random.next(),
  }));
  return (pen, { seconds }) => {
    for (let x = left + stage.unit * 12.6; x < right; x += stage.unit * 42)
      drawStreak(pen, { setting, x, seconds });
    pen.strokeStyle = css(withAlpha(palette.haze, 0.35));
    pen.lineWidth = stage.unit * 0.12;
    for (const { x, y, phase } of rings) {
      const age = (seconds * 0.9 + phase) % 1;
      pen.globalAlpha = 1 - age;
      pen.beginPath();
      pen.ellipse(x, y, stage.unit * 2.4 * age, stage.unit * 0.6 * age, 0, 0, Math.PI * 2);
      pen.stroke();
    }
    pen.globalAlpha = 1;
  };
}

function drawStreak(
  pen: Pen,
  { setting, x, seconds }: { setting: Setting; x: number; seconds: number },
): void {
  const { horizonY, stage, palette } = setting;
  for (let piece = 0; piece < 9; piece += 1) {
    const y = horizonY + stage.unit * (6 + piece * 2.2);
    const shiver = Math.sin(seconds * 3 + piece * 1.7 + x) * stage.unit * 0.7;
    pen.fillStyle = css(withAlpha(palette.lamp, 0.3 * (1 - piece / 10)));
    fillOval(pen, [x + shiver, y], [stage.unit * (1.4 + piece * 0.16), stage.unit * 0.7]);
  }
}
