import { withAlpha } from "../../scene/color.ts";
import { fillGlow } from "../shapes.ts";
import { type Brush, blob, box, disc, isLamplit, limb, oval, rim, shape, sway, tone } from "./brush.ts";

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
  if (isLamplit(brush)) {
    fillGlow(pen, [-36, -26], 24, withAlpha(setting.palette.lamp, 0.7));
    disc(brush, tone(brush, "#ffe7ae", 0.4), [-36, -26, 2.6]);
  }
  pen.restore();
  drawWake(brush, 46);
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
  const pane = isLamplit(brush) ? tone(brush, "#ffe0a0", 0.35) : tone(brush, "#7fa3b8");
  for (let x = -54; x < 74; x += 11) box(brush, pane, [x, -40, 5, 5, 1]);
  for (let x = -32; x < 60; x += 11) box(brush, pane, [x, -54, 5, 5, 1]);
  for (let x = -88; x < 104; x += 16) disc(brush, pane, [x, -20, 2]);
  drawWake(brush, 112);
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
