import { withAlpha } from "../../scene/color.ts";
import { fillGlow } from "../shapes.ts";
import type { Brush } from "./brush.ts";
import { blob, disc, limb, oval, rim, shape, sway, tone, toneColor } from "./brush.ts";

/** A fish, whose tail drives it. */
export function drawFish(brush: Brush): void {
  const { pen } = brush;
  const beat = sway(brush, 6) * 12;
  const color = tone(brush, brush.accent, 0.06);
  pen.save();
  pen.rotate(sway(brush, 1.1) * 0.08);
  blob(brush, tone(brush, brush.accent, -0.1), [
    [-44, -50],
    [-84, -84 + beat],
    [-72, -50 + beat * 0.6],
    [-84, -16 + beat],
  ]);
  blob(brush, tone(brush, brush.accent, -0.12), [
    [-20, -72],
    [0, -102],
    [28, -84],
    [16, -68],
  ]);
  blob(brush, color, [
    [-62, -50],
    [-20, -82],
    [34, -80],
    [72, -54],
    [60, -36],
    [20, -22],
    [-24, -26],
  ]);
  blob(brush, tone(brush, "#fff3e0"), [
    [-30, -40],
    [20, -40],
    [56, -44],
    [20, -24],
    [-20, -28],
  ]);
  for (const x of [6, -18])
    limb(brush, {
      color: tone(brush, "#fff3e0"),
      width: 7,
      points: [
        [x, -78],
        [x - 7, -54],
        [x, -30],
      ],
    });
  limb(brush, {
    color: tone(brush, brush.accent, -0.18),
    width: 6,
    points: [
      [18, -44],
      [6, -34 + beat * 0.4],
      [-4, -32 + beat],
    ],
  });
  disc(brush, tone(brush, "#ffffff", 0.3), [50, -58, 6]);
  disc(brush, tone(brush, "#1c2233"), [51.5, -58, 3.4]);
  pen.restore();
}

/** A whale: under water it sails past, at sea it breaches and falls back again and again. */
export function drawWhale(brush: Brush): void {
  const { pen, setting } = brush;
  const isDeep = setting.scene.backdrop === "deep";
  pen.save();
  if (isDeep) pen.rotate(sway(brush, 0.6) * 0.06);
  else {
    pen.beginPath();
    pen.rect(-400, -500, 800, 506);
    pen.clip(); // the sea hides what is below its surface
    pen.translate(0, 26 - Math.max(0, sway(brush, 0.9)) * 44);
    pen.rotate(-0.3 + sway(brush, 0.9) * 0.1);
  }
  drawWhaleBody(brush);
  pen.restore();
  if (!isDeep) drawSplash(brush);
}

function drawWhaleBody(brush: Brush): void {
  const back = "#36567a";
  const beat = sway(brush, 1.5) * 10;
  blob(brush, tone(brush, back, -0.08), [
    [-104, -48],
    [-150, -76 + beat],
    [-164, -60 + beat],
    [-132, -48 + beat * 0.5],
    [-160, -30 + beat],
    [-140, -24 + beat],
  ]);
  blob(brush, tone(brush, back), [
    [-128, -48],
    [-60, -74],
    [20, -98],
    [90, -86],
    [124, -56],
    [110, -34],
    [40, -18],
    [-50, -28],
  ]);
  blob(brush, tone(brush, "#dfe8ee"), [
    [-30, -30],
    [40, -44],
    [118, -52],
    [108, -34],
    [44, -16],
    [-14, -22],
  ]);
  for (let fold = 0; fold < 5; fold += 1) {
    limb(brush, {
      color: tone(brush, "#9fb3c4"),
      width: 1.3,
      points: [
        [8 + fold * 4, -38 + fold * 4],
        [60, -38 + fold * 4.4],
        [110 - fold * 6, -47 + fold * 5],
      ],
    });
  }
  blob(brush, tone(brush, back, -0.14), [
    [30, -40],
    [48, -38],
    [30, -2 + beat * 0.6],
    [6, 8 + beat],
    [14, -14],
  ]);
  disc(brush, tone(brush, "#10182a"), [86, -56, 3]);
  limb(brush, {
    color: rim(brush, back),
    width: 2.4,
    points: [
      [-60, -72],
      [10, -96],
      [84, -86],
    ],
  });
}

function drawSplash(brush: Brush): void {
  const rise = Math.max(0, sway(brush, 0.9));
  for (let drop = 0; drop < 16; drop += 1) {
    const angle = (drop / 15 - 0.5) * 2.2;
    const flight = (brush.seconds * 0.9 + drop * 0.37) % 1;
    const x = Math.sin(angle) * (40 + flight * 60);
    const y = -Math.cos(angle) * 60 * Math.sin(flight * Math.PI) * rise;
    disc(brush, `rgba(255,255,255,${0.65 * (1 - flight) * rise})`, [x, y, 3.4 - flight * 1.6]);
  }
  for (const [x, width] of [
    [-40, 60],
    [30, 74],
    [0, 110],
  ] as const)
    oval(brush, `rgba(255,255,255,${0.1 + 0.12 * rise})`, [x, 4, width, 4]);
}

/** A jellyfish that pulses upwards and glows. */
export function drawJellyfish(brush: Brush): void {
  const { pen, setting } = brush;
  const pulse = sway(brush, 2);
  const width = 34 + pulse * 5;
  const color = toneColor(setting, brush.accent, 0.25);
  fillGlow(pen, [0, -74], 80, withAlpha(color, 0.35));
  for (let arm = 0; arm < 7; arm += 1) {
    const x = (arm - 3) * 8;
    const swing = Math.sin(brush.seconds * 2 + arm + brush.phase) * 8;
    limb(brush, {
      color: `rgba(255,240,250,${0.28 + (arm % 2) * 0.14})`,
      width: arm % 2 === 0 ? 3.4 : 2,
      points: [
        [x, -64],
        [x + swing, -40],
        [x - swing, -18],
        [x + swing * 1.2, 8 + (arm % 3) * 8],
      ],
    });
  }
  pen.globalAlpha = 0.82;
  blob(brush, tone(brush, brush.accent, 0.2), [
    [-width, -60],
    [-width * 0.96, -96],
    [0, -112 - pulse * 3],
    [width * 0.96, -96],
    [width, -60],
    [width * 0.5, -66],
    [0, -60],
    [-width * 0.5, -66],
  ]);
  pen.globalAlpha = 0.5;
  oval(brush, tone(brush, "#ffffff", 0.3), [-width * 0.3, -88, width * 0.24, 7], -0.5);
  pen.globalAlpha = 1;
  shape(brush, "rgba(255,255,255,0)", [[0, 0]]);
}
