import { withAlpha } from "../../scene/color.ts";
import { fillGlow, fillShape, verticalGradient } from "../shapes.ts";
import { type Brush, blob, box, disc, isLamplit, limb, oval, rim, tone, toneColor } from "./brush.ts";

/** A small car in side view; the wheels turn, and by dark its lamps reach ahead. */
export function drawCar(brush: Brush): void {
  const { pen, seconds, setting } = brush;
  const paint = brush.accent;
  const jolt = Math.sin(seconds * 9 + brush.phase) * 0.5;
  oval(brush, "rgba(0,0,0,0.28)", [0, 0, 96, 5]);
  if (isLamplit(brush)) drawHeadlight(brush);
  pen.save();
  pen.translate(0, jolt);
  blob(brush, tone(brush, paint), [
    [-92, -14],
    [-96, -46],
    [-70, -54],
    [-30, -56],
    [40, -56],
    [86, -46],
    [98, -36],
    [94, -14],
  ]);
  blob(brush, tone(brush, paint, -0.06), [
    [-66, -50],
    [-50, -92],
    [-20, -100],
    [22, -98],
    [44, -84],
    [62, -50],
  ]);
  const glass = isLamplit(brush) ? tone(brush, "#ffdf9e", 0.1) : tone(brush, "#bfe0ea");
  blob(brush, glass, [
    [-52, -54],
    [-44, -84],
    [-22, -92],
    [-6, -92],
    [-6, -54],
  ]);
  blob(brush, glass, [
    [2, -54],
    [2, -92],
    [18, -91],
    [36, -80],
    [50, -54],
  ]);
  limb(brush, {
    color: rim(brush, paint),
    width: 2.6,
    points: [
      [-48, -90],
      [-10, -101],
      [30, -96],
    ],
  });
  box(brush, tone(brush, paint, -0.22), [-92, -24, 186, 8, 4]);
  disc(brush, tone(brush, "#fff1c4", isLamplit(brush) ? 0.5 : 0), [90, -38, 6]);
  box(brush, tone(brush, "#ff5a4a", 0.1), [-96, -44, 6, 11, 2]);
  fillGlow(pen, [-96, -38], isLamplit(brush) ? 26 : 1, withAlpha(toneColor(setting, "#ff4a3a", 0.1), 0.5));
  pen.restore();
  for (const x of [-54, 56]) drawWheel(brush, x);
}

function drawHeadlight({ pen, setting }: Brush): void {
  const light = setting.palette.lamp;
  const gradient = pen.createLinearGradient(92, 0, 300, 0);
  gradient.addColorStop(0, `rgba(${light[0]},${light[1]},${light[2]},0.5)`);
  gradient.addColorStop(1, `rgba(${light[0]},${light[1]},${light[2]},0)`);
  pen.fillStyle = gradient;
  fillShape(pen, [
    [90, -40],
    [300, -66],
    [300, 8],
    [90, -32],
  ]);
}

function drawWheel(brush: Brush, x: number): void {
  const turn = brush.seconds * 7;
  disc(brush, tone(brush, "#22242e"), [x, -17, 18]);
  disc(brush, tone(brush, "#c3c8d2"), [x, -17, 10]);
  for (let spoke = 0; spoke < 5; spoke += 1) {
    const angle = turn + (spoke * Math.PI * 2) / 5;
    limb(brush, {
      color: tone(brush, "#7b8190"),
      width: 2,
      points: [
        [x, -17],
        [x + Math.cos(angle) * 9, -17 + Math.sin(angle) * 9],
      ],
    });
  }
}

const CARRIAGES = 5;

/** A train on a viaduct; the arches carry it through the whole picture. */
export function drawTrain(brush: Brush): void {
  const { pen, seconds } = brush;
  const stone = "#8b8296";
  pen.fillStyle = verticalGradient(
    pen,
    [-38, 60],
    [
      [0, toneColor(brush.setting, stone, 0.05)],
      [1, withAlpha(toneColor(brush.setting, stone, -0.25), 0.9)],
    ],
  );
  drawViaduct(brush);
  pen.save();
  pen.translate(-520 + seconds * 62, 0);
  for (let index = 0; index < CARRIAGES; index += 1)
    drawCarriage(brush, { x: index * 118, isEngine: index === CARRIAGES - 1 });
  pen.restore();
}

function drawViaduct({ pen }: Brush): void {
  pen.beginPath();
  pen.rect(-1200, -40, 2400, 12);
  for (let x = -1200; x < 1200; x += 90) {
    pen.moveTo(x, -30);
    pen.lineTo(x + 90, -30);
    pen.lineTo(x + 90, 150);
    pen.lineTo(x + 78, 150);
    pen.lineTo(x + 78, 20);
    pen.bezierCurveTo(x + 78, -22, x + 12, -22, x + 12, 20);
    pen.lineTo(x + 12, 150);
    pen.lineTo(x, 150);
    pen.closePath();
  }
  pen.fill();
}

function drawCarriage(brush: Brush, { x, isEngine }: { x: number; isEngine: boolean }): void {
  const color = isEngine ? brush.accent : "#e9e2d2";
  if (isEngine)
    blob(brush, tone(brush, color), [
      [x, -42],
      [x, -88],
      [x + 60, -90],
      [x + 104, -76],
      [x + 122, -42],
    ]);
  else box(brush, tone(brush, color), [x, -88, 114, 46, 7]);
  box(brush, tone(brush, brush.accent, -0.1), [x, -60, isEngine ? 112 : 114, 6, 1]);
  const pane = isLamplit(brush) ? tone(brush, "#ffdf9e", 0.35) : tone(brush, "#a9d0de");
  for (let index = 0; index < (isEngine ? 3 : 5); index += 1)
    box(brush, pane, [x + 10 + index * 20, -81, 14, 14, 3]);
  limb(brush, {
    color: rim(brush, color),
    width: 1.6,
    points: [
      [x + 6, -87],
      [x + (isEngine ? 58 : 108), -87],
    ],
  });
}
