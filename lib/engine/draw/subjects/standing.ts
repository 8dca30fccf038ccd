import { withAlpha } from "../../scene/color.ts";
import { fillGlow } from "../shapes.ts";
import type { Brush } from "./brush.ts";
import { blob, box, disc, limb, oval, rim, shape, sway, tone } from "./brush.ts";

const isDark = ({ setting }: Brush) => setting.scene.time !== "day";

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
  if (isDark(brush)) fillGlow(pen, [-22, -26], 46, withAlpha(setting.palette.lamp, 0.55));
  const pane = isDark(brush) ? tone(brush, "#ffdf9a", 0.35) : tone(brush, "#a9cbd8");
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
  if (isDark(brush)) drawBeam(brush);
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
  box(brush, tone(brush, "#ffe9b0", isDark(brush) ? 0.5 : 0), [-6, -94, 12, 11, 1]);
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
  if (isDark(brush)) fillGlow(pen, [0, -88], 30, withAlpha(setting.palette.lamp, flash));
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
  box(brush, isDark(brush) ? tone(brush, "#ffdf9a", 0.3) : tone(brush, "#7a9cab"), [-4, -46, 8, 9, 2]);
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

const CROWN = [
  [-26, -58, 20],
  [24, -60, 21],
  [-2, -54, 22],
  [-38, -74, 15],
  [38, -76, 15],
  [-18, -82, 19],
  [16, -84, 20],
  [0, -96, 15],
] as const;

/** One great tree; its crown moves as if it breathed, and a few leaves fall. */
export function drawTree(brush: Brush): void {
  const { setting } = brush;
  const isAutumn = setting.scene.extras.includes("leaves");
  const isBlossom = setting.scene.extras.includes("blossoms");
  const leaf = isBlossom ? "#f3a9c0" : isAutumn ? "#d9713a" : "#4d9a5e";
  const bark = tone(brush, "#5b4034");
  limb(brush, {
    color: bark,
    width: 9,
    points: [
      [0, 0],
      [-3, -24],
      [1, -52],
    ],
  });
  limb(brush, {
    color: bark,
    width: 4.5,
    points: [
      [-1, -30],
      [-12, -42],
      [-24, -58],
    ],
  });
  limb(brush, {
    color: bark,
    width: 4.5,
    points: [
      [0, -34],
      [12, -46],
      [24, -62],
    ],
  });
  shape(brush, bark, [
    [-12, 1],
    [-4, -12],
    [5, -12],
    [14, 1],
  ]);
  const lightX = setting.orb.x < setting.stage.width / 2 ? -1 : 1;
  CROWN.forEach(([x, y, radius], index) => {
    const breath = Math.sin(brush.seconds * 1.2 + index + brush.phase) * 1.1;
    disc(brush, tone(brush, leaf, -0.16), [x + breath, y + 4, radius]);
  });
  CROWN.forEach(([x, y, radius], index) => {
    const breath = Math.sin(brush.seconds * 1.2 + index + brush.phase) * 1.1;
    disc(brush, tone(brush, leaf, 0.02 + (index > 4 ? 0.07 : 0)), [
      x + breath + lightX * 2,
      y,
      radius * 0.86,
    ]);
  });
  for (const index of [3, 5, 6, 7]) {
    const ball = CROWN[lightX < 0 ? index : Math.min(7, index + 1)];
    if (ball)
      disc(brush, withSoftAlpha(rim(brush, leaf)), [ball[0] + lightX * 5, ball[1] - 4, ball[2] * 0.5]);
  }
}

function withSoftAlpha(color: string): string {
  return color.replace(/,1\)$/, ",0.2)");
}

/** A clump of tall flowers. */
export function drawFlower(brush: Brush): void {
  const heads = [
    [0, -92, 15],
    [-26, -70, 12],
    [24, -74, 12.5],
    [-44, -50, 9],
    [44, -52, 9.5],
    [-12, -52, 8],
  ] as const;
  const petals = [brush.accent, "#ffd9e2", "#fff0c9", "#f7b0a0", "#d9b8f2", "#ffdf8a"];
  heads.forEach(([x, y, radius], index) => {
    const lean = Math.sin(brush.seconds * 1.3 + index * 0.8 + brush.phase) * 4;
    limb(brush, {
      color: tone(brush, "#4b8a52"),
      width: 2.4,
      points: [
        [x * 0.3, 0],
        [x * 0.5, y * 0.5],
        [x + lean, y],
      ],
    });
    oval(brush, tone(brush, "#5b9a58"), [x * 0.45 + 7, y * 0.36, 9, 3], -0.6);
    drawFlowerHead(brush, { x: x + lean, y, radius, petal: petals[index] ?? brush.accent });
  });
}

type Head = { x: number; y: number; radius: number; petal: string };

function drawFlowerHead(brush: Brush, { x, y, radius, petal }: Head): void {
  for (let index = 0; index < 9; index += 1) {
    const angle = (index / 9) * Math.PI * 2 + brush.phase;
    const [dx, dy] = [Math.cos(angle) * radius * 0.62, Math.sin(angle) * radius * 0.62];
    oval(
      brush,
      tone(brush, petal, index % 2 === 0 ? 0.04 : -0.06),
      [x + dx, y + dy, radius * 0.5, radius * 0.27],
      angle,
    );
  }
  disc(brush, tone(brush, "#e2a33a"), [x, y, radius * 0.32]);
  disc(brush, tone(brush, "#f6c65c"), [x - radius * 0.06, y - radius * 0.08, radius * 0.2]);
}

/** A paper lantern that shines from inside. */
export function drawLantern(brush: Brush): void {
  const { pen, setting } = brush;
  pen.save();
  pen.rotate(sway(brush, 1.1) * 0.07);
  fillGlow(pen, [0, -56], 92, withAlpha(setting.palette.lamp, 0.42 + 0.06 * sway(brush, 5)));
  blob(brush, tone(brush, "#f0673f", 0.08), [
    [-22, -12],
    [-34, -40],
    [-32, -84],
    [0, -98],
    [32, -84],
    [34, -40],
    [22, -12],
  ]);
  blob(brush, "rgba(255,214,130,0.8)", [
    [-10, -16],
    [-16, -44],
    [-12, -76],
    [0, -82],
    [12, -76],
    [16, -44],
    [10, -16],
  ]);
  box(brush, tone(brush, "#7a2f24"), [-16, -16, 32, 6, 2]);
  box(brush, tone(brush, "#7a2f24"), [-13, -96, 26, 5, 2]);
  limb(brush, {
    color: tone(brush, "#ffcf6b"),
    width: 2,
    points: [
      [0, -10],
      [sway(brush, 2) * 3, 8],
    ],
  });
  pen.restore();
}
