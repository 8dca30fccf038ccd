import type { CreateSurface, Pen } from "#lib/motion/pen.ts";
import { type Color, css, hex, mix, shade, withAlpha } from "../../scene/color.ts";
import type { Layer } from "../layer.ts";
import type { Setting } from "../setting.ts";
import { fillOval, verticalGradient } from "../shapes.ts";

type WaterPlan = { setting: Setting; backdrops: readonly Layer[]; createSurface: CreateSurface };

/** A water surface that mirrors what stands behind it. Open sea has waves, a lake only ripples. */
export function waterLayers({ setting, backdrops, createSurface }: WaterPlan): Layer[] {
  const { horizonY, bottom } = setting;
  const surface: Layer = {
    depth: 0.34,
    still: {
      top: horizonY,
      bottom,
      paint: (pen) => {
        paintDepth(pen, setting);
        paintMirror(pen, { setting, backdrops, createSurface });
      },
    },
    live: ripples(setting),
  };
  return isOpenSea(setting) ? [surface, ...waves(setting)] : [surface, nearRipples(setting)];
}

export function isOpenSea({ scene }: Setting): boolean {
  return scene.backdrop === "islands" || scene.weather === "storm";
}

/** Near water shows its own colour, far water the sky. */
export function waterTones({ palette, scene }: Setting): { far: Color; near: Color } {
  const own = scene.time === "day" ? hex("#1f7f9c") : mix(hex("#1d5f83"), palette.skyTop, 0.55);
  const dark = { dawn: 0.25, day: 0.1, sunset: 0.3, dusk: 0.42, night: 0.55 }[scene.time];
  return { far: mix(palette.skyLow, palette.haze, 0.5), near: mix(own, palette.ink, dark) };
}

function paintDepth(pen: Pen, setting: Setting): void {
  const { left, right, horizonY, bottom } = setting;
  const { far, near } = waterTones(setting);
  pen.fillStyle = verticalGradient(
    pen,
    [horizonY, bottom],
    [
      [0, far],
      [0.12, mix(far, near, 0.3)],
      [0.45, mix(far, near, 0.72)],
      [1, near],
    ],
  );
  pen.fillRect(left, horizonY, right - left, bottom - horizonY);
}

const MIRROR_SQUASH = 0.72;

function paintMirror(pen: Pen, { setting, backdrops, createSurface }: WaterPlan): void {
  const { left, right, top, bottom, horizonY } = setting;
  const mirror = createSurface(right - left, bottom - top);
  mirror.pen.translate(-left, -top);
  mirror.pen.translate(0, horizonY * (1 + MIRROR_SQUASH));
  mirror.pen.scale(1, -MIRROR_SQUASH);
  for (const layer of backdrops) layer.still?.paint(mirror.pen);
  pen.save();
  pen.beginPath();
  pen.rect(left, horizonY, right - left, bottom - horizonY);
  pen.clip();
  pen.globalAlpha = isOpenSea(setting) ? 0.3 : 0.5;
  pen.drawImage(mirror.picture, left, top, right - left, bottom - top);
  pen.restore();
  const { near } = waterTones(setting);
  pen.fillStyle = verticalGradient(
    pen,
    [horizonY, bottom],
    [
      [0, withAlpha(near, 0.05)],
      [0.35, withAlpha(near, 0.3)],
      [1, withAlpha(near, 0.85)],
    ],
  );
  pen.fillRect(left, horizonY, right - left, bottom - horizonY);
}

type Ripple = {
  x: number;
  y: number;
  length: number;
  phase: number;
  speed: number;
  color: Color;
  strength: number;
};

/** Short flat strokes, dense and small at the horizon; those under sun or moon carry its light. */
function ripples(setting: Setting): NonNullable<Layer["live"]> {
  const { stage, horizonY, bottom, left, right, orb, palette, randomFor } = setting;
  const random = randomFor("ripples");
  const height = bottom - horizonY;
  const { near } = waterTones(setting);
  const list: Ripple[] = Array.from({ length: 150 }, (_, index) => {
    const closeness = random.next() ** 1.7;
    const inPath = index < 70 && orb.isVisible;
    const spread = stage.unit * (3 + 15 * closeness);
    const middle = random.between(-1, 1) + random.between(-1, 1);
    return {
      x: inPath ? orb.x + (spread * middle) / 1.6 : random.between(left, right),
      y: horizonY + stage.unit * 0.5 + height * 0.94 * closeness,
      length: stage.unit * (1.2 + 6 * closeness) * random.between(0.5, 1.3),
      phase: random.between(0, Math.PI * 2),
      speed: random.between(1.1, 2.4),
      color: inPath
        ? mix(palette.orb, palette.glow, random.next())
        : mix(palette.skyLow, near, random.between(0, 0.5)),
      strength: inPath ? 0.95 - 0.45 * closeness : 0.3,
    };
  });
  return (pen, { seconds }) => {
    for (const ripple of list) drawRipple(pen, { ripple, seconds, unit: stage.unit });
  };
}

function drawRipple(
  pen: Pen,
  { ripple, seconds, unit }: { ripple: Ripple; seconds: number; unit: number },
): void {
  const { x, y, length, phase, speed, color, strength } = ripple;
  const swell = Math.sin(seconds * speed + phase);
  const alpha = strength * Math.max(0, 0.45 + 0.55 * swell);
  if (alpha < 0.04) return;
  pen.fillStyle = css(withAlpha(color, alpha));
  const reach = length * (0.75 + 0.25 * swell);
  fillOval(pen, [x + Math.sin(seconds * 0.5 + phase) * unit * 0.7, y], [reach, unit * 0.1 + length * 0.035]);
}

/** Long soft bands that slide across the near water of a lake. */
function nearRipples(setting: Setting): Layer {
  const { stage, horizonY, bottom, left, right, palette, randomFor } = setting;
  const random = randomFor("bands");
  const bands = Array.from({ length: 9 }, () => ({
    x: random.between(left, right),
    y: horizonY + (bottom - horizonY) * random.between(0.3, 0.98),
    reach: stage.unit * random.between(18, 46),
    phase: random.between(0, 6),
  }));
  const color = mix(palette.skyLow, palette.skyMiddle, 0.5);
  return {
    depth: 0.6,
    live: (pen, { seconds }) => {
      for (const { x, y, reach, phase } of bands) {
        pen.fillStyle = css(withAlpha(color, 0.1 + 0.06 * Math.sin(seconds * 0.9 + phase)));
        const slide = Math.sin(seconds * 0.35 + phase) * stage.unit * 3;
        fillOval(pen, [x + slide, y], [reach, stage.unit * 0.42]);
      }
    },
  };
}

const WAVE_ROWS = 5;

/** Rows of swell, each nearer, taller and darker than the one behind it, with a light on the crest. */
function waves(setting: Setting): Layer[] {
  const { stage, horizonY, bottom, scene, palette } = setting;
  const { far, near } = waterTones(setting);
  const rough = scene.weather === "storm" ? 2.2 : 1;
  return Array.from({ length: WAVE_ROWS }, (_, row) => {
    const closeness = (row + 1) / WAVE_ROWS;
    const wave = {
      y: horizonY + (bottom - horizonY) * (0.1 + 0.72 * closeness ** 1.5),
      height: stage.unit * (0.35 + 1.5 * closeness) * rough,
      length: stage.unit * (16 + 34 * closeness),
      speed: 0.5 + 0.35 * closeness,
      phase: setting.randomFor(`wave ${row}`).between(0, 6),
    };
    const body = mix(mix(far, near, 0.4 + 0.5 * closeness), shade(near, -0.18), closeness * 0.6);
    const crest = mix(mix(body, palette.skyLow, 0.5), palette.glow, 0.35 * palette.light);
    return {
      depth: 0.36 + 0.5 * closeness,
      live: (pen, { seconds }) => drawWave(pen, setting, { ...wave, body, crest, seconds }),
    };
  });
}

type Wave = {
  y: number;
  height: number;
  length: number;
  speed: number;
  phase: number;
  body: Color;
  crest: Color;
  seconds: number;
};

function drawWave(pen: Pen, setting: Setting, wave: Wave): void {
  const { left, right, bottom, stage } = setting;
  const step = stage.unit * 1.5;
  const surfaceAt = (x: number) => waveHeightAt(wave, x);
  const trace = (lift: number) => {
    pen.beginPath();
    pen.moveTo(left, surfaceAt(left) + lift);
    for (let x = left + step; x <= right + step; x += step) pen.lineTo(x, surfaceAt(x) + lift);
  };
  trace(0);
  const fillBottom = Math.min(bottom, wave.y + stage.unit * 15);
  pen.lineTo(right + step, fillBottom);
  pen.lineTo(left, fillBottom);
  pen.closePath();
  pen.fillStyle = verticalGradient(
    pen,
    [wave.y - wave.height, fillBottom],
    [
      [0, withAlpha(wave.body, 0.8)],
      [0.35, withAlpha(wave.body, 0.45)],
      [1, withAlpha(wave.body, 0)],
    ],
  );
  pen.fill();
  drawCrests(pen, setting, wave);
}

/** Light lies on the near side of each crest only: strokes that swell and taper, not a line from edge to edge. */
function drawCrests(pen: Pen, { left, right, stage }: Setting, wave: Wave): void {
  const step = stage.unit * 1.2;
  const thickness = stage.unit * 0.16 + wave.height * 0.2;
  const strengthAt = (x: number) => {
    const travel = (x / wave.length) * Math.PI * 2 + wave.phase + wave.seconds * wave.speed * 1.6;
    return (
      Math.max(0, -Math.sin(travel) - 0.25) * (0.6 + 0.4 * Math.sin(x / (wave.length * 1.7) + wave.phase))
    );
  };
  pen.fillStyle = css(withAlpha(wave.crest, 0.6));
  pen.beginPath();
  for (let x = left; x <= right; x += step) {
    const [here, next] = [strengthAt(x), strengthAt(x + step)];
    if (here === 0 && next === 0) continue;
    pen.moveTo(x, waveHeightAt(wave, x));
    pen.lineTo(x + step, waveHeightAt(wave, x + step));
    pen.lineTo(x + step, waveHeightAt(wave, x + step) + thickness * next);
    pen.lineTo(x, waveHeightAt(wave, x) + thickness * here);
  }
  pen.fill();
}

function waveHeightAt({ y, height, length, speed, phase, seconds }: Wave, x: number): number {
  const travel = (x / length) * Math.PI * 2 + phase;
  return (
    y +
    height * 0.62 * Math.sin(travel + seconds * speed * 1.6) +
    height * 0.38 * Math.sin(travel * 1.83 - seconds * speed * 1.1 + 1.3)
  );
}
