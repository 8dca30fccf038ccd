import { withAlpha } from "../../scene/color.ts";
import { fillGlow, fillShape, verticalGradient } from "../shapes.ts";
import type { Brush } from "./brush.ts";
import { blob, box, disc, limb, oval, rim, shape, sway, tone, toneColor } from "./brush.ts";

const isDark = ({ setting }: Brush) => setting.scene.time !== "day" && setting.scene.time !== "dawn";

/** A small sailing boat with two sails and a lantern, rocking on the swell. */
export function drawBoat(brush: Brush): void {
  const { pen, setting } = brush;
  pen.save();
  pen.rotate(sway(brush, 1.2) * 0.045);
  limb(brush, {
    color: tone(brush, "#5b3a2c"),
    width: 1.8,
    points: [
      [0, -12],
      [0, -100],
    ],
  });
  const belly = 5 + sway(brush, 0.9) * 2;
  const cloth = tone(brush, "#fbf1de");
  pen.fillStyle = cloth;
  pen.beginPath();
  pen.moveTo(2, -97);
  pen.quadraticCurveTo(32 + belly, -56, 40, -20);
  pen.quadraticCurveTo(20, -24, 2, -20);
  pen.fill();
  pen.fillStyle = tone(brush, brush.accent);
  pen.beginPath();
  pen.moveTo(-2, -90);
  pen.quadraticCurveTo(-24, -54, -34, -22);
  pen.quadraticCurveTo(-16, -25, -2, -21);
  pen.fill();
  limb(brush, {
    color: rim(brush, "#fbf1de"),
    width: 1.4,
    points: [
      [2, -95],
      [30 + belly, -56],
      [39, -21],
    ],
  });
  blob(brush, tone(brush, "#6e3b2e"), [
    [-46, -16],
    [-40, -2],
    [-20, 4],
    [24, 4],
    [42, -2],
    [54, -18],
    [20, -12],
    [-20, -12],
  ]);
  limb(brush, {
    color: rim(brush, "#a45a3c"),
    width: 1.8,
    points: [
      [-43, -13],
      [0, -9],
      [49, -15],
    ],
  });
  if (isDark(brush)) {
    fillGlow(pen, [-36, -26], 24, withAlpha(setting.palette.lamp, 0.7));
    disc(brush, tone(brush, "#ffe7ae", 0.4), [-36, -26, 2.6]);
  }
  pen.restore();
  drawWake(brush, 46);
}

/** Light lines on the water around a hull. */
function drawWake(brush: Brush, reach: number): void {
  const { setting } = brush;
  for (let line = 0; line < 4; line += 1) {
    const slide = sway(brush, 0.8 + line * 0.2) * 4;
    brush.pen.fillStyle = `rgba(255,255,255,${0.3 - line * 0.06})`;
    oval(brush, `rgba(255,248,232,${(0.34 - line * 0.07) * (0.5 + 0.5 * setting.palette.light)})`, [
      slide,
      4 + line * 3.2,
      reach * (0.9 - line * 0.13),
      0.8,
    ]);
  }
}

/** A folded paper boat, the favourite of every prompt. */
export function drawPaperBoat(brush: Brush): void {
  const { pen } = brush;
  const paper = "#fdf6e6";
  pen.save();
  pen.rotate(sway(brush, 1.3) * 0.06);
  shape(brush, tone(brush, paper, -0.2), [
    [-8, -40],
    [26, -96],
    [58, -40],
  ]);
  shape(brush, tone(brush, paper), [
    [-34, -40],
    [26, -96],
    [10, -40],
  ]);
  shape(brush, tone(brush, paper), [
    [-92, -54],
    [-54, 4],
    [-8, 4],
    [8, -34],
  ]);
  shape(brush, tone(brush, paper, -0.1), [
    [92, -54],
    [54, 4],
    [-8, 4],
    [8, -34],
  ]);
  limb(brush, {
    color: rim(brush, paper),
    width: 1.6,
    points: [
      [-91, -53],
      [8, -34],
      [91, -53],
    ],
  });
  limb(brush, {
    color: rim(brush, paper),
    width: 1.4,
    points: [
      [-32, -44],
      [26, -95],
    ],
  });
  pen.restore();
  drawWake(brush, 84);
}

/** A liner with lit portholes and a thread of smoke. */
export function drawShip(brush: Brush): void {
  const { seconds } = brush;
  const white = "#f3efe6";
  for (let puff = 0; puff < 8; puff += 1) {
    const age = (seconds * 0.14 + puff / 8) % 1;
    oval(brush, `rgba(220,215,225,${0.3 * (1 - age)})`, [
      16 - age * 90,
      -92 - age * 26,
      5 + age * 16,
      4 + age * 10,
    ]);
  }
  box(brush, tone(brush, brush.accent), [2, -88, 16, 34, 2]);
  box(brush, tone(brush, "#2a2d3a"), [2, -88, 16, 7, 2]);
  box(brush, tone(brush, brush.accent), [30, -84, 14, 30, 2]);
  box(brush, tone(brush, white, -0.08), [-40, -60, 104, 18, 4]);
  box(brush, tone(brush, white), [-62, -46, 140, 18, 4]);
  shape(brush, tone(brush, "#27344f"), [
    [-116, -34],
    [126, -34],
    [104, 4],
    [-92, 4],
  ]);
  shape(brush, tone(brush, "#b4483d"), [
    [-99, -4],
    [108, -4],
    [104, 4],
    [-92, 4],
  ]);
  const pane = isDark(brush) ? tone(brush, "#ffe0a0", 0.35) : tone(brush, "#7fa3b8");
  for (let x = -54; x < 74; x += 11) box(brush, pane, [x, -40, 5, 5, 1]);
  for (let x = -32; x < 60; x += 11) box(brush, pane, [x, -54, 5, 5, 1]);
  for (let x = -88; x < 104; x += 16) disc(brush, pane, [x, -20, 2]);
  drawWake(brush, 112);
}

/** A small car in side view; the wheels turn, and by dark its lamps reach ahead. */
export function drawCar(brush: Brush): void {
  const { pen, seconds, setting } = brush;
  const paint = brush.accent;
  const jolt = Math.sin(seconds * 9 + brush.phase) * 0.5;
  oval(brush, "rgba(0,0,0,0.28)", [0, 0, 96, 5]);
  if (isDark(brush)) drawHeadlight(brush);
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
  const glass = isDark(brush) ? tone(brush, "#ffdf9e", 0.1) : tone(brush, "#bfe0ea");
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
  disc(brush, tone(brush, "#fff1c4", isDark(brush) ? 0.5 : 0), [90, -38, 6]);
  box(brush, tone(brush, "#ff5a4a", 0.1), [-96, -44, 6, 11, 2]);
  fillGlow(pen, [-96, -38], isDark(brush) ? 26 : 1, withAlpha(toneColor(setting, "#ff4a3a", 0.1), 0.5));
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

/** A hot-air balloon with gores in two colours; the burner breathes. */
export function drawBalloon(brush: Brush): void {
  const { pen, setting } = brush;
  pen.save();
  pen.rotate(sway(brush, 0.6) * 0.03);
  const flame = 0.4 + 0.3 * Math.max(0, sway(brush, 1.6));
  blob(brush, tone(brush, brush.accent), BALLOON);
  pen.save();
  tracedClip(brush);
  for (const [x, color] of [
    [-26, "#fff0d2"],
    [0, "#fff0d2"],
    [26, "#fff0d2"],
  ] as const) {
    oval(brush, tone(brush, color), [x, -66, 6.2, 48]);
  }
  oval(brush, "rgba(20,10,40,0.16)", [setting.orb.x < setting.stage.width / 2 ? 26 : -26, -58, 18, 46]);
  fillGlow(pen, [0, -34], 34, withAlpha(setting.palette.lamp, flame));
  pen.restore();
  limb(brush, {
    color: tone(brush, "#4b3630"),
    width: 0.8,
    points: [
      [-10, -26],
      [-5, -9],
    ],
  });
  limb(brush, {
    color: tone(brush, "#4b3630"),
    width: 0.8,
    points: [
      [10, -26],
      [5, -9],
    ],
  });
  box(brush, tone(brush, "#8a5a38"), [-6.5, -10, 13, 10, 2]);
  box(brush, tone(brush, "#a8744a"), [-7.5, -11, 15, 3, 1.5]);
  limb(brush, {
    color: rim(brush, brush.accent),
    width: 1.6,
    points: [
      [-36, -70],
      [-30, -98],
      [-6, -106],
    ],
  });
  pen.restore();
}

const BALLOON = [
  [-12, -24],
  [-34, -46],
  [-44, -74],
  [-32, -104],
  [0, -114],
  [32, -104],
  [44, -74],
  [34, -46],
  [12, -24],
] as const;

function tracedClip({ pen }: Brush): void {
  pen.beginPath();
  pen.ellipse(0, -72, 37, 37, 0, Math.PI, Math.PI * 2);
  pen.quadraticCurveTo(34, -44, 10, -26);
  pen.lineTo(-10, -26);
  pen.quadraticCurveTo(-34, -44, -37, -72);
  pen.clip();
}

/** An airliner, high up, with a vapour trail. */
export function drawPlane(brush: Brush): void {
  const { pen } = brush;
  pen.save();
  pen.rotate(-0.12 + sway(brush, 0.6) * 0.02);
  const trail = pen.createLinearGradient(-420, 0, -80, 0);
  trail.addColorStop(0, "rgba(255,255,255,0)");
  trail.addColorStop(1, "rgba(255,255,255,0.5)");
  pen.fillStyle = trail;
  pen.fillRect(-420, -34, 340, 5);
  const body = "#f1f2f5";
  shape(brush, tone(brush, body, -0.25), [
    [10, -38],
    [-34, -70],
    [-18, -70],
    [40, -40],
  ]);
  shape(brush, tone(brush, brush.accent), [
    [-84, -36],
    [-102, -74],
    [-84, -74],
    [-60, -40],
  ]);
  blob(brush, tone(brush, body), [
    [-104, -40],
    [-60, -46],
    [60, -46],
    [104, -38],
    [110, -28],
    [60, -22],
    [-60, -24],
  ]);
  for (let x = -50; x < 76; x += 9) disc(brush, tone(brush, "#4c6a86"), [x, -36, 1.8]);
  shape(brush, tone(brush, body, -0.1), [
    [18, -30],
    [-46, 8],
    [-26, 8],
    [50, -28],
  ]);
  limb(brush, {
    color: rim(brush, body),
    width: 1.8,
    points: [
      [-60, -44],
      [20, -46],
      [80, -42],
    ],
  });
  pen.restore();
}

/** A rocket on its tail of fire. */
export function drawRocket(brush: Brush): void {
  const { pen, setting } = brush;
  pen.save();
  pen.rotate(0.28);
  const flicker = 1 + Math.sin(brush.seconds * 23 + brush.phase) * 0.16;
  fillGlow(pen, [0, 10], 46, withAlpha(toneColor(setting, "#ffb35c", 0.3), 0.7));
  blob(brush, "rgba(255,150,60,0.9)", [
    [-10, 0],
    [-7, 24],
    [0, 52 * flicker],
    [7, 24],
    [10, 0],
  ]);
  blob(brush, "rgba(255,240,190,0.95)", [
    [-5, 0],
    [-3, 14],
    [0, 30 * flicker],
    [3, 14],
    [5, 0],
  ]);
  shape(brush, tone(brush, brush.accent), [
    [-14, -30],
    [-30, 4],
    [-12, -4],
  ]);
  shape(brush, tone(brush, brush.accent), [
    [14, -30],
    [30, 4],
    [12, -4],
  ]);
  blob(brush, tone(brush, "#f2f1ec"), [
    [-14, 0],
    [-19, -44],
    [-12, -82],
    [0, -116],
    [12, -82],
    [19, -44],
    [14, 0],
  ]);
  blob(brush, tone(brush, brush.accent), [
    [-13, -78],
    [-8, -94],
    [0, -114],
    [8, -94],
    [13, -78],
  ]);
  disc(brush, tone(brush, "#3a4a70"), [0, -56, 8.5]);
  disc(brush, tone(brush, "#9fd4ef", 0.2), [0, -56, 6]);
  box(brush, tone(brush, "#8890a0"), [-10, -4, 20, 6, 2]);
  limb(brush, {
    color: rim(brush, "#f2f1ec"),
    width: 2,
    points: [
      [-14, -20],
      [-16, -46],
      [-11, -76],
    ],
  });
  pen.restore();
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
  const pane = isDark(brush) ? tone(brush, "#ffdf9e", 0.35) : tone(brush, "#a9d0de");
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
