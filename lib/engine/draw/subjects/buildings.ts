import { withAlpha } from "../../scene/color.ts";
import { fillGlow } from "../shapes.ts";
import { type Brush, blob, box, disc, isLamplit, limb, oval, rim, shape, tone } from "./brush.ts";

/** A wooden cabin with a lit window and smoke from its chimney. */
export function drawCabin(brush: Brush): void {
  const { pen, setting, seconds } = brush;
  const { isWinter } = setting.scene;
  for (let puff = 0; puff < 8; puff += 1) {
    const age = (seconds * 0.15 + puff / 8) % 1;
    oval(brush, `rgba(235,230,238,${0.4 * (1 - age) * Math.min(1, age * 9)})`, [
      34 + age * 30 + Math.sin(age * 5) * 5,
      -104 - age * 62,
      4 + age * 12,
      4 + age * 10,
    ]);
  }
  box(brush, tone(brush, "#7d6a66"), [26, -106, 15, 40, 1]);
  box(brush, tone(brush, "#8a5a3a"), [-52, -50, 104, 51, 1]);
  for (let y = -42; y < 0; y += 9)
    limb(brush, {
      color: tone(brush, "#8a5a3a", -0.2),
      width: 1.2,
      points: [
        [-51, y],
        [51, y],
      ],
    });
  shape(brush, tone(brush, "#8a5a3a", -0.08), [
    [-52, -49],
    [0, -96],
    [52, -49],
  ]);
  shape(brush, tone(brush, isWinter ? "#f3f7fc" : brush.accent), [
    [0, -104],
    [-66, -46],
    [-58, -38],
    [0, -88],
    [58, -38],
    [66, -46],
  ]);
  limb(brush, {
    color: rim(brush, isWinter ? "#f3f7fc" : brush.accent),
    width: 2,
    points: [
      [0, -103],
      [-64, -47],
    ],
  });
  if (isLamplit(brush)) fillGlow(pen, [-22, -26], 46, withAlpha(setting.palette.lamp, 0.55));
  const pane = isLamplit(brush) ? tone(brush, "#ffdf9a", 0.35) : tone(brush, "#a9cbd8");
  box(brush, tone(brush, "#f0e4d0"), [-38, -36, 30, 22, 1]);
  box(brush, pane, [-36, -34, 12.5, 18, 0]);
  box(brush, pane, [-22.5, -34, 12.5, 18, 0]);
  box(brush, tone(brush, "#5a3a2a"), [12, -36, 22, 37, 2]);
  disc(brush, tone(brush, "#e9c46a"), [30, -18, 1.6]);
  disc(brush, pane, [0, -68, 6]);
}

/** A lighthouse on its rock; the beam goes round. */
export function drawLighthouse(brush: Brush): void {
  const { pen, setting, seconds } = brush;
  blob(brush, tone(brush, "#4a4653"), [
    [-52, 6],
    [-44, -8],
    [-20, -16],
    [14, -15],
    [44, -6],
    [58, 6],
  ]);
  if (isLamplit(brush)) drawBeam(brush);
  shape(brush, tone(brush, "#f4efe6"), [
    [-13, -10],
    [-8.5, -80],
    [8.5, -80],
    [13, -10],
  ]);
  for (const [low, high] of [
    [-24, -38],
    [-52, -66],
  ] as const) {
    const half = (y: number) => 13.6 + ((y + 10) / 70) * 4.5;
    shape(brush, tone(brush, "#cf4a42"), [
      [-half(low), low],
      [-half(high), high],
      [half(high), high],
      [half(low), low],
    ]);
  }
  box(brush, tone(brush, "#2f3347"), [-12, -83, 24, 4, 1]);
  box(brush, tone(brush, "#ffe9b0", isLamplit(brush) ? 0.5 : 0), [-6, -94, 12, 11, 1]);
  blob(brush, tone(brush, "#cf4a42"), [
    [-9, -93],
    [-6, -104],
    [0, -108],
    [6, -104],
    [9, -93],
  ]);
  limb(brush, {
    color: rim(brush, "#f4efe6"),
    width: 1.4,
    points:
      setting.orb.x < setting.stage.width / 2
        ? [
            [-12, -14],
            [-8, -78],
          ]
        : [
            [12, -14],
            [8, -78],
          ],
  });
  const flash = 0.5 + 0.4 * Math.max(0, Math.cos(seconds * 1.3 + brush.phase));
  if (isLamplit(brush)) fillGlow(pen, [0, -88], 30, withAlpha(setting.palette.lamp, flash));
}

function drawBeam({ pen, setting, seconds, phase }: Brush): void {
  const turn = Math.cos(seconds * 1.3 + phase);
  const reach = 320 * turn;
  const spread = 20 + 12 * Math.abs(turn);
  const [red, green, blue] = setting.palette.lamp;
  const light = pen.createLinearGradient(0, 0, reach, 0);
  light.addColorStop(0, `rgba(${red},${green},${blue},0.55)`);
  light.addColorStop(1, `rgba(${red},${green},${blue},0)`);
  pen.fillStyle = light;
  pen.beginPath();
  pen.moveTo(0, -89);
  pen.lineTo(reach, -92 - spread);
  pen.lineTo(reach, -86 + spread);
  pen.closePath();
  pen.fill();
}

/** A windmill; slow sails. */
export function drawWindmill(brush: Brush): void {
  const { pen, seconds } = brush;
  shape(brush, tone(brush, "#efe3cf"), [
    [-17, 0],
    [-11, -64],
    [11, -64],
    [17, 0],
  ]);
  blob(brush, tone(brush, brush.accent), [
    [-14, -62],
    [-10, -78],
    [0, -84],
    [10, -78],
    [14, -62],
  ]);
  box(brush, tone(brush, "#5a3a2a"), [-5, -16, 10, 16, 4]);
  box(brush, isLamplit(brush) ? tone(brush, "#ffdf9a", 0.3) : tone(brush, "#7a9cab"), [-4, -46, 8, 9, 2]);
  limb(brush, {
    color: rim(brush, "#efe3cf"),
    width: 1.6,
    points: [
      [-16, -4],
      [-11, -62],
    ],
  });
  pen.save();
  pen.translate(0, -68);
  pen.rotate(seconds * 0.9 + brush.phase);
  for (let sail = 0; sail < 4; sail += 1) {
    limb(brush, {
      color: tone(brush, "#5a4234"),
      width: 2,
      points: [
        [0, 0],
        [0, -48],
      ],
    });
    shape(brush, tone(brush, "#fbf3e2"), [
      [1, -12],
      [11, -14],
      [9, -46],
      [1, -46],
    ]);
    for (const y of [-20, -29, -38])
      limb(brush, {
        color: tone(brush, "#c7b89c"),
        width: 0.8,
        points: [
          [1, y],
          [10, y - 1],
        ],
      });
    pen.rotate(Math.PI / 2);
  }
  disc(brush, tone(brush, "#5a4234"), [0, 0, 3.4]);
  pen.restore();
}
