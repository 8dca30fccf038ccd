import { type Brush, blob, disc, limb, oval, rim, sway, tone } from "./brush.ts";

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
