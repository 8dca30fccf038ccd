import { withAlpha } from "../../scene/color.ts";
import { fillGlow } from "../shapes.ts";
import type { Brush } from "./brush.ts";
import { blob, box, disc, limb, oval, rim, shape, sway, tone, toneColor } from "./brush.ts";

/** Someone in a long coat who looks at the view; the scarf shows where the wind goes. */
export function drawPerson(brush: Brush): void {
  const coat = tone(brush, brush.accent);
  const dark = tone(brush, "#2b2a3a");
  drawScarf(brush);
  limb(brush, {
    color: dark,
    width: 8,
    points: [
      [-6, -34],
      [-6, -3],
    ],
  });
  limb(brush, {
    color: dark,
    width: 8,
    points: [
      [6, -34],
      [7, -3],
    ],
  });
  oval(brush, tone(brush, "#3a2a26"), [-6, -1.5, 6.5, 3]);
  oval(brush, tone(brush, "#3a2a26"), [8, -1.5, 6.5, 3]);
  const hem = sway(brush, 1.8) * 1.6;
  blob(brush, coat, [
    [-17 + hem, -22],
    [-15, -56],
    [-12, -78],
    [12, -78],
    [15, -56],
    [18 + hem, -22],
    [0, -19],
  ]);
  limb(brush, {
    color: tone(brush, brush.accent, -0.14),
    width: 8,
    points: [
      [-12, -72],
      [-18, -56],
      [-15, -42],
    ],
  });
  limb(brush, {
    color: tone(brush, brush.accent, -0.14),
    width: 8,
    points: [
      [12, -72],
      [18, -56],
      [15, -42],
    ],
  });
  limb(brush, {
    color: rim(brush, brush.accent),
    width: 1.3,
    points: lightSide(brush, [
      [-13, -74],
      [-17, -50],
      [-17, -26],
    ]),
  });
  drawScarf(brush);
  drawHeadFromBehind(brush);
}

/** Drawn over the coat: one end hangs down the back and lifts a little in the wind. */
function drawScarf(brush: Brush): void {
  const wave = sway(brush, 2.6);
  const color = tone(brush, "#f0e2c4", -0.05);
  const points = [
    [-4, -78],
    [-5, -70],
    [-7 - wave, -62],
    [-8 - wave * 2.4, -52],
  ] as const;
  limb(brush, { color, width: 5, points });
  oval(brush, tone(brush, "#f0e2c4"), [0, -79, 9.5, 4.5]);
}

function drawHeadFromBehind(brush: Brush): void {
  const hair = tone(brush, "#3b2a2c");
  disc(brush, hair, [0, -90, 10]);
  blob(brush, hair, [
    [-10, -92],
    [-11, -78],
    [0, -75],
    [11, -78],
    [10, -92],
  ]);
  limb(brush, {
    color: rim(brush, "#5b3c38"),
    width: 1.6,
    points: lightSide(brush, [
      [-9, -86],
      [-9, -97],
      [-2, -99],
    ]),
  });
}

function lightSide(
  { setting }: Brush,
  points: readonly (readonly [number, number])[],
): (readonly [number, number])[] {
  const side = setting.orb.x < setting.stage.width / 2 ? 1 : -1;
  return points.map(([x, y]) => [x * side, y] as const);
}

/** The same wanderer under an umbrella. */
export function drawUmbrella(brush: Brush): void {
  const bob = sway(brush, 1.6) * 0.8;
  drawPerson({ ...brush, accent: "#4a5a78" });
  limb(brush, {
    color: tone(brush, "#2b2a3a"),
    width: 1.8,
    points: [
      [14, -48],
      [9, -116 + bob],
    ],
  });
  const top = -118 + bob;
  const canopy = [
    [-34, -92],
    [-26, -112],
    [9, top - 6],
    [44, -112],
    [52, -92],
  ] as const;
  blob(brush, tone(brush, brush.accent), [...canopy, [31, -97], [9, -94], [-13, -97]]);
  for (const [x, bend] of [
    [-10, -12],
    [28, 12],
  ] as const) {
    limb(brush, {
      color: tone(brush, brush.accent, -0.2),
      width: 1.3,
      points: [
        [9, top - 1],
        [9 + (x - 9) * 0.6 + bend * 0.3, top + 8],
        [x, -96],
      ],
    });
  }
  limb(brush, {
    color: rim(brush, brush.accent),
    width: 1.3,
    points: [
      [-26, -103],
      [-10, top + 2],
      [9, top - 1],
    ],
  });
}

/** An astronaut who floats a hand's breadth above the ground. */
export function drawAstronaut(brush: Brush): void {
  const { pen } = brush;
  const white = tone(brush, "#f4f6fa", 0.42);
  const grey = tone(brush, "#b9c0cf", 0.2);
  pen.save();
  pen.translate(0, -4 - sway(brush, 1.1) * 3);
  pen.rotate(sway(brush, 0.7) * 0.06);
  box(brush, grey, [-20, -74, 40, 42, 8]);
  limb(brush, {
    color: white,
    width: 15,
    points: [
      [-8, -34],
      [-10, -18],
      [-9, -7],
    ],
  });
  limb(brush, {
    color: white,
    width: 15,
    points: [
      [9, -34],
      [13, -18],
      [11, -7],
    ],
  });
  box(brush, white, [-17, -72, 34, 42, 12]);
  limb(brush, {
    color: white,
    width: 12,
    points: [
      [-15, -66],
      [-27, -54],
      [-25, -40],
    ],
  });
  const wave = sway(brush, 2.2) * 6;
  limb(brush, {
    color: white,
    width: 12,
    points: [
      [15, -66],
      [29, -70],
      [32 + wave, -88],
    ],
  });
  box(brush, tone(brush, brush.accent), [-9, -58, 18, 10, 3]);
  disc(brush, white, [0, -84, 19]);
  oval(brush, tone(brush, "#2c3a66"), [3, -84, 14.5, 12]);
  oval(brush, tone(brush, "#ffcf8a", 0.15), [-3, -88, 5, 3], -0.5);
  limb(brush, {
    color: rim(brush, "#eef1f6"),
    width: 2,
    points: [
      [-18, -86],
      [-14, -100],
      [-2, -103],
    ],
  });
  pen.restore();
}

/** A round old robot with one lit eye and an antenna. */
export function drawRobot(brush: Brush): void {
  const { pen, setting } = brush;
  const shell = tone(brush, brush.accent);
  const dark = tone(brush, brush.accent, -0.3);
  const metal = tone(brush, "#8f97a8");
  const nod = sway(brush, 1.2) * 1.5;
  for (const x of [-12, 12]) {
    limb(brush, {
      color: metal,
      width: 6,
      points: [
        [x, -30],
        [x, -8],
      ],
    });
    box(brush, dark, [x - 10, -9, 20, 9, 4]);
  }
  box(brush, shell, [-26, -66, 52, 40, 14]);
  box(brush, tone(brush, "#f2eee2"), [-14, -56, 28, 20, 5]);
  for (const [index, x] of [-8, 0, 8].entries()) {
    const on = Math.sin(brush.seconds * 3 + index * 2) > 0;
    disc(brush, tone(brush, on ? "#ff7d5c" : "#8f97a8", on ? 0.2 : 0), [x, -46, 2.4]);
  }
  limb(brush, {
    color: metal,
    width: 6,
    points: [
      [-26, -58],
      [-38, -46],
      [-34, -32],
    ],
  });
  limb(brush, {
    color: metal,
    width: 6,
    points: [
      [26, -58],
      [40, -56],
      [42, -70 + sway(brush, 2.4) * 5],
    ],
  });
  box(brush, shell, [-21, -95 + nod, 42, 27, 12]);
  box(brush, tone(brush, "#23283a"), [-15, -90 + nod, 30, 17, 8]);
  const eye = toneColor(setting, "#8df0e6", 0.35);
  fillGlow(pen, [4, -81.5 + nod], 16, withAlpha(eye, 0.55));
  disc(brush, tone(brush, "#8df0e6", 0.4), [-6, -81.5 + nod, 3.6]);
  disc(brush, tone(brush, "#8df0e6", 0.4), [7, -81.5 + nod, 3.6]);
  limb(brush, {
    color: metal,
    width: 2.2,
    points: [
      [0, -95 + nod],
      [0, -106 + nod],
    ],
  });
  disc(brush, tone(brush, "#ff7d5c", 0.2), [0, -108 + nod, 3.4]);
  limb(brush, {
    color: rim(brush, brush.accent),
    width: 2.2,
    points: [
      [-18, -86 + nod],
      [-17, -93 + nod],
      [-8, -94 + nod],
    ],
  });
}

/** A rider on a bicycle; wheels and feet turn with the ground. */
export function drawBicycle(brush: Brush): void {
  const { pen, seconds } = brush;
  const metal = tone(brush, brush.accent);
  const angle = seconds * 5;
  pen.strokeStyle = tone(brush, "#2a2d3a");
  pen.lineWidth = 2.6;
  for (const x of [-30, 30]) {
    pen.beginPath();
    pen.arc(x, -20, 19, 0, Math.PI * 2);
    pen.stroke();
    for (let spoke = 0; spoke < 4; spoke += 1) {
      const turn = angle + (spoke * Math.PI) / 4;
      const [dx, dy] = [Math.cos(turn) * 19, Math.sin(turn) * 19];
      limb(brush, {
        color: tone(brush, "#6b7080"),
        width: 0.7,
        points: [
          [x - dx, -20 - dy],
          [x + dx, -20 + dy],
        ],
      });
    }
  }
  for (const points of [
    [
      [-30, -20],
      [-10, -46],
    ],
    [
      [-10, -46],
      [22, -46],
    ],
    [
      [22, -46],
      [0, -20],
    ],
    [
      [0, -20],
      [-30, -20],
    ],
    [
      [0, -20],
      [-10, -46],
    ],
    [
      [30, -20],
      [20, -56],
    ],
  ] as const) {
    limb(brush, { color: metal, width: 3, points });
  }
  const foot = (offset: number) =>
    [Math.cos(angle * 0.6 + offset) * 8, -20 + Math.sin(angle * 0.6 + offset) * 8] as const;
  for (const offset of [Math.PI, 0]) {
    const [x, y] = foot(offset);
    limb(brush, {
      color: tone(brush, "#39405a", offset === 0 ? 0 : -0.2),
      width: 6.5,
      points: [
        [-12, -54],
        [10, -44],
        [x, y],
      ],
    });
  }
  blob(brush, tone(brush, "#d9694f"), [
    [-18, -52],
    [-14, -76],
    [0, -86],
    [10, -80],
    [4, -60],
    [-6, -50],
  ]);
  limb(brush, {
    color: tone(brush, "#d9694f", -0.12),
    width: 5.5,
    points: [
      [3, -78],
      [14, -66],
      [20, -58],
    ],
  });
  disc(brush, tone(brush, "#f0c8a4"), [9, -92, 8]);
  shape(brush, tone(brush, "#3b2a2c"), [
    [0, -92],
    [2, -101],
    [13, -102],
    [17, -95],
    [5, -92],
    [4, -84],
  ]);
}
