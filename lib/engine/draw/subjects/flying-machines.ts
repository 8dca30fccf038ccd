import { withAlpha } from "../../scene/color.ts";
import { fillGlow } from "../shapes.ts";
import { type Brush, blob, box, disc, limb, oval, rim, shape, sway, tone, toneColor } from "./brush.ts";

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
