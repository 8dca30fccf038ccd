import type { Pen } from "#lib/motion/pen.ts";
import { type Color, css, hex, mix, shade, withAlpha } from "../../scene/color.ts";
import type { Layer } from "../layer.ts";
import type { Setting } from "../setting.ts";
import { fillDisc, fillGlow, fillOval, fillShape, verticalGradient } from "../shapes.ts";

type Frame = { left: number; right: number; top: number; sill: number; bar: number };

/** The view from a warm room: a window frame, a sill with a cup and a plant, curtains that breathe, rain on the pane. */
export function windowLayers(setting: Setting): Layer[] {
  const { horizonY, bottom } = setting;
  return [
    { depth: 0.3, still: { top: horizonY, bottom, paint: (pen) => paintBelow(pen, setting) } },
    { depth: 0.78, live: rainOnGlass(setting) },
    {
      depth: 0.8,
      still: { top: setting.top, bottom, paint: (pen) => paintRoom(pen, setting) },
      live: (pen, { seconds }) => drawSteam(pen, setting, seconds),
    },
  ];
}

/** The top of the sill; the cat sits on it. */
export function sillY(setting: Setting): number {
  return frameOf(setting).sill + setting.stage.unit * 1.6;
}

/** Curtains hang in front of whoever sits on the sill. */
export function curtainLayer(setting: Setting): Layer {
  const cloth = roomTone(setting, "#e3b596");
  return { depth: 0.9, live: (pen, { seconds }) => drawCurtains(pen, { setting, cloth, seconds }) };
}

function frameOf({ stage }: Setting): Frame {
  const side = stage.width > stage.height ? stage.width * 0.13 : stage.width * 0.07;
  return {
    left: side,
    right: stage.width - side,
    top: stage.height * 0.08,
    sill: stage.height * 0.8,
    bar: stage.unit * 1.5,
  };
}

/** The room is lit by a lamp of its own, and darker than the view. */
function roomTone({ palette, scene }: Setting, color: string, change = 0): Color {
  const dark = scene.time === "day" ? 0.2 : scene.time === "dawn" ? 0.34 : 0.52;
  return shade(mix(hex(color), mix(palette.ink, hex("#3a2018"), 0.4), dark), change);
}

function paintBelow(pen: Pen, { left, right, horizonY, bottom, palette }: Setting): void {
  pen.fillStyle = verticalGradient(
    pen,
    [horizonY, bottom],
    [
      [0, mix(palette.haze, palette.skyLow, 0.4)],
      [1, mix(palette.haze, palette.ink, 0.4)],
    ],
  );
  pen.fillRect(left, horizonY, right - left, bottom - horizonY);
}

function paintRoom(pen: Pen, setting: Setting): void {
  const { left, right, top, bottom, stage, palette } = setting;
  const frame = frameOf(setting);
  const wall = roomTone(setting, "#8d5a58");
  pen.fillStyle = css(wall);
  pen.fillRect(left, top, frame.left - left, bottom - top);
  pen.fillRect(frame.right, top, right - frame.right, bottom - top);
  pen.fillRect(left, top, right - left, frame.top - top);
  pen.fillRect(left, frame.sill, right - left, bottom - frame.sill);
  pen.fillStyle = verticalGradient(
    pen,
    [frame.sill, bottom],
    [
      [0, withAlpha(palette.ink, 0)],
      [1, withAlpha(palette.ink, 0.5)],
    ],
  );
  pen.fillRect(left, frame.sill, right - left, bottom - frame.sill);
  paintFrame(pen, setting, frame);
  const lampX = frame.left - stage.unit * 2;
  fillGlow(pen, [lampX, frame.sill - stage.unit * 18], stage.unit * 52, withAlpha(palette.lamp, 0.24));
  paintCup(pen, setting, cupPlace(setting));
  paintPlant(pen, setting, {
    x: frame.left + (frame.right - frame.left) * 0.12,
    y: sillY(setting) - stage.unit * 0.4,
  });
}

function paintFrame(pen: Pen, setting: Setting, { left, right, top, sill, bar }: Frame): void {
  const { stage, palette } = setting;
  const wood = roomTone(setting, "#e2c3a0");
  const shadow = roomTone(setting, "#8d6146");
  const middle = (left + right) / 2;
  pen.fillStyle = css(wood);
  pen.fillRect(left - bar, top - bar, right - left + bar * 2, bar);
  pen.fillRect(left - bar, top - bar, bar, sill - top + bar);
  pen.fillRect(right, top - bar, bar, sill - top + bar);
  pen.fillRect(middle - bar / 2, top, bar, sill - top);
  pen.fillRect(left, top + (sill - top) * 0.24, right - left, bar * 0.8);
  pen.fillStyle = css(withAlpha(shadow, 0.7));
  pen.fillRect(middle + bar * 0.2, top, bar * 0.3, sill - top);
  pen.fillStyle = css(mix(shade(wood, 0.14), palette.glow, 0.3 * palette.light));
  pen.fillRect(left - bar * 3, sill - stage.unit * 0.3, right - left + bar * 6, stage.unit * 2.6);
  pen.fillStyle = css(shadow);
  pen.fillRect(left - bar * 3, sill + stage.unit * 2.3, right - left + bar * 6, stage.unit * 1.5);
}

type Spot = { x: number; y: number };

function cupPlace(setting: Setting): Spot {
  const frame = frameOf(setting);
  return { x: frame.right - (frame.right - frame.left) * 0.17, y: sillY(setting) };
}

function paintCup(pen: Pen, setting: Setting, { x, y }: Spot): void {
  const u = setting.stage.unit;
  const glaze = roomTone(setting, "#f3e9da");
  pen.strokeStyle = css(shade(glaze, -0.12));
  pen.lineWidth = u * 0.8;
  pen.beginPath();
  pen.arc(x + u * 3.1, y - u * 3.2, u * 1.5, 0, Math.PI * 2);
  pen.stroke();
  pen.fillStyle = css(glaze);
  pen.beginPath();
  pen.roundRect(x - u * 2.8, y - u * 6, u * 5.6, u * 6, [u * 0.4, u * 0.4, u * 1.8, u * 1.8]);
  pen.fill();
  pen.fillStyle = css(roomTone(setting, "#d9735a"));
  pen.fillRect(x - u * 2.8, y - u * 4.2, u * 5.6, u * 1.1);
  pen.fillStyle = css(withAlpha(setting.palette.ink, 0.2));
  fillOval(pen, [x, y + u * 0.2], [u * 4, u * 0.5]);
}

function paintPlant(pen: Pen, setting: Setting, { x, y }: Spot): void {
  const u = setting.stage.unit;
  for (let leaf = 0; leaf < 7; leaf += 1) {
    const angle = -Math.PI / 2 + (leaf - 3) * 0.34;
    const length = u * (8 + (leaf % 3) * 2.4);
    pen.fillStyle = css(roomTone(setting, leaf % 2 === 0 ? "#5f9a62" : "#4a8054"));
    fillOval(
      pen,
      [x + Math.cos(angle) * length * 0.6, y - u * 5 + Math.sin(angle) * length * 0.6],
      [length * 0.5, u * 1.1],
      angle,
    );
  }
  pen.fillStyle = css(roomTone(setting, "#c8754f"));
  fillShape(pen, [
    [x - u * 3, y - u * 5.6],
    [x + u * 3, y - u * 5.6],
    [x + u * 2.3, y],
    [x - u * 2.3, y],
  ]);
  pen.fillStyle = css(roomTone(setting, "#d98a62"));
  pen.fillRect(x - u * 3.4, y - u * 6.4, u * 6.8, u * 1.4);
}

function drawSteam(pen: Pen, setting: Setting, seconds: number): void {
  const { x, y } = cupPlace(setting);
  const u = setting.stage.unit;
  for (let wisp = 0; wisp < 6; wisp += 1) {
    const age = (seconds * 0.22 + wisp / 6) % 1;
    const sway = Math.sin(age * 6 + wisp) * u * 1.1;
    pen.fillStyle = `rgba(255,250,244,${(0.22 * Math.sin(age * Math.PI)).toFixed(3)})`;
    fillOval(pen, [x + sway, y - u * (6.6 + age * 9)], [u * (0.7 + age), u * (1.2 + age * 1.4)]);
  }
}

type Curtains = { setting: Setting; cloth: Color; seconds: number };

function drawCurtains(pen: Pen, { setting, cloth, seconds }: Curtains): void {
  const { left, right, top, stage } = setting;
  const frame = frameOf(setting);
  const bottom = frame.sill + stage.unit * 3;
  const width = (frame.right - frame.left) * 0.045 + frame.left - left;
  for (const side of [-1, 1] as const) {
    const outer = side === -1 ? left : right;
    for (let fold = 0; fold < 4; fold += 1) {
      const breath = Math.sin(seconds * 0.8 + fold * 0.7 + side) * stage.unit * 0.7 * (fold / 3);
      const [from, to] = [(fold / 4) * width, ((fold + 1) / 4) * width + breath];
      pen.fillStyle = css(shade(cloth, fold % 2 === 0 ? -0.06 : 0.07));
      fillShape(pen, [
        [outer - side * from, top],
        [outer - side * (to + stage.unit), top],
        [outer - side * (to - stage.unit * 1.6), bottom],
        [outer - side * from, bottom],
      ]);
    }
  }
}

function rainOnGlass(setting: Setting): NonNullable<Layer["live"]> {
  const { scene, stage, randomFor } = setting;
  if (scene.weather !== "rain" && scene.weather !== "storm") return () => undefined;
  const frame = frameOf(setting);
  const random = randomFor("glass");
  const drops = Array.from({ length: 70 }, () => ({
    x: random.between(frame.left, frame.right),
    start: random.next(),
    radius: stage.unit * random.between(0.18, 0.5),
    runs: random.chance(0.35),
    speed: random.between(0.05, 0.16),
  }));
  return (pen, { seconds }) => {
    for (const { x, start, radius, runs, speed } of drops) {
      const way = runs ? (start + seconds * speed) % 1 : start;
      const y = frame.top + (frame.sill - frame.top) * way;
      pen.fillStyle = "rgba(225,238,250,0.34)";
      fillDisc(pen, x, y, radius);
      if (!runs) continue;
      pen.fillStyle = "rgba(225,238,250,0.12)";
      pen.fillRect(x - radius * 0.5, y - stage.unit * 7, radius, stage.unit * 7);
    }
  };
}
