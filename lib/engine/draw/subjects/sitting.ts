import type { Brush } from "./brush.ts";
import { blob, disc, limb, oval, rim, shape, sway, tone } from "./brush.ts";

/** A cat that sits with its back to us and looks at the view; its tail thinks. */
export function drawCat(brush: Brush): void {
  const fur = tone(brush, brush.accent);
  const dark = tone(brush, brush.accent, -0.22);
  const tail = sway(brush, 1.4);
  limb(brush, {
    color: dark,
    width: 9,
    points: [
      [20, -5],
      [44, -2 + tail],
      [54, -14],
      [50 + 5 * tail, -32 - 4 * tail],
    ],
  });
  blob(brush, fur, [
    [-30, 1],
    [-36, -22],
    [-24, -52],
    [-14, -66],
    [14, -66],
    [24, -52],
    [36, -22],
    [30, 1],
  ]);
  oval(brush, dark, [0, -4, 30, 5]);
  drawCatHead(brush, { fur, dark });
  for (const [y, width] of [
    [-58, 10],
    [-50, 13],
    [-41, 15],
    [-31, 15],
  ] as const) {
    limb(brush, {
      color: dark,
      width: 3,
      points: [
        [-width, y],
        [0, y + 5],
        [width, y],
      ],
    });
  }
  limb(brush, {
    color: rim(brush, brush.accent),
    width: 2.4,
    points: rimSide(brush, [
      [-27, -38],
      [-20, -58],
      [-15, -64],
    ]),
  });
}

function drawCatHead(brush: Brush, { fur, dark }: { fur: string; dark: string }): void {
  const turn = sway(brush, 0.5) * 2.5;
  const twitch = Math.max(0, sway(brush, 2.6) - 0.9) * 40;
  shape(brush, fur, [
    [-22 + turn, -80],
    [-19 + turn - twitch, -104],
    [-3 + turn, -94],
  ]);
  shape(brush, fur, [
    [22 + turn, -80],
    [19 + turn, -104],
    [3 + turn, -94],
  ]);
  shape(brush, dark, [
    [-18 + turn, -86],
    [-17 + turn - twitch, -98],
    [-8 + turn, -91],
  ]);
  oval(brush, fur, [turn, -78, 24, 20]);
  for (const x of [-6, 0, 6])
    limb(brush, {
      color: dark,
      width: 2.4,
      points: [
        [x * 0.7 + turn, -96],
        [x + turn, -86],
      ],
    });
  limb(brush, {
    color: rim(brush, brush.accent),
    width: 2.2,
    points: rimSide(brush, [
      [-22, -84],
      [-17, -94],
      [-6, -97],
    ]),
  });
}

/** Mirrors an edge to the side where the light is. */
function rimSide(
  { setting }: Brush,
  points: readonly (readonly [number, number])[],
): (readonly [number, number])[] {
  const side = setting.orb.x < setting.stage.width / 2 ? 1 : -1;
  return points.map(([x, y]) => [x * side, y] as const);
}

/** A rabbit upright on its hind legs, ears up. */
export function drawRabbit(brush: Brush): void {
  const fur = tone(brush, "#d9cbb8");
  const dark = tone(brush, "#d9cbb8", -0.18);
  const ear = Math.max(0, sway(brush, 1.7)) * 5;
  limb(brush, {
    color: dark,
    width: 9,
    points: [
      [-6, -68],
      [-13 - ear, -84],
      [-11 - ear, -98],
    ],
  });
  limb(brush, {
    color: fur,
    width: 9,
    points: [
      [4, -68],
      [5, -86],
      [8 + ear * 0.4, -100],
    ],
  });
  disc(brush, tone(brush, "#fff6ea"), [-27, -12, 8]);
  blob(brush, fur, [
    [-26, 1],
    [-30, -22],
    [-18, -46],
    [2, -52],
    [20, -34],
    [24, 1],
  ]);
  oval(brush, dark, [-10, -12, 18, 15]);
  oval(brush, fur, [4, -60, 18, 15]);
  oval(brush, tone(brush, "#fff6ea"), [15, -54, 8, 6]);
  disc(brush, tone(brush, "#2a2230"), [11, -63, 2.4]);
  limb(brush, {
    color: fur,
    width: 7,
    points: [
      [14, -30],
      [22, -22],
      [17, -15],
    ],
  });
  oval(brush, dark, [10, -2, 18, 4]);
}

/** A panda that sits and chews on a bamboo shoot. */
export function drawPanda(brush: Brush): void {
  const white = tone(brush, "#f4f0e6");
  const black = tone(brush, "#2b2b33");
  const chew = sway(brush, 4) * 1.2;
  oval(brush, black, [-26, -6, 18, 11]);
  oval(brush, black, [26, -6, 18, 11]);
  oval(brush, white, [0, -30, 36, 32]);
  blob(brush, black, [
    [-36, -40],
    [-30, -58],
    [0, -62],
    [30, -58],
    [36, -40],
    [22, -36],
    [0, -44],
    [-22, -36],
  ]);
  disc(brush, black, [-24, -94, 10]);
  disc(brush, black, [24, -94, 10]);
  oval(brush, white, [0, -76, 30, 25]);
  oval(brush, black, [-12, -77, 6.5, 8], 0.5);
  oval(brush, black, [12, -77, 6.5, 8], -0.5);
  disc(brush, white, [-11, -78, 2]);
  disc(brush, white, [13, -78, 2]);
  oval(brush, black, [0, -67, 4.5, 3]);
  limb(brush, {
    color: tone(brush, "#6fae5a"),
    width: 4,
    points: [
      [-20, -24],
      [4, -60 + chew],
    ],
  });
  for (const [x, y] of [
    [-8, -40],
    [-2, -50],
  ] as const) {
    oval(brush, tone(brush, "#7fc266"), [x - 6, y - 4, 8, 2.6], 0.6);
  }
  limb(brush, {
    color: black,
    width: 13,
    points: [
      [-28, -46],
      [-30, -30],
      [-12, -30],
    ],
  });
  limb(brush, {
    color: black,
    width: 13,
    points: [
      [28, -46],
      [30, -28],
      [14, -26],
    ],
  });
}

/** A penguin that waddles on the spot. */
export function drawPenguin(brush: Brush): void {
  const { pen } = brush;
  const coat = tone(brush, "#2d3a52");
  const lean = sway(brush, 3) * 0.06;
  oval(brush, tone(brush, "#f2a03d"), [-10, -2, 11, 3.5]);
  oval(brush, tone(brush, "#f2a03d"), [12, -2, 11, 3.5]);
  pen.save();
  pen.rotate(lean);
  blob(brush, coat, [
    [-26, 0],
    [-34, -30],
    [-24, -70],
    [-16, -98],
    [16, -98],
    [24, -70],
    [34, -30],
    [26, 0],
  ]);
  blob(brush, tone(brush, "#f7f3ea"), [
    [-14, -2],
    [-20, -30],
    [-8, -66],
    [12, -68],
    [24, -34],
    [18, -2],
  ]);
  oval(brush, tone(brush, "#f7f3ea"), [8, -82, 11, 9]);
  disc(brush, tone(brush, "#1d2433"), [9, -84, 2.6]);
  shape(brush, tone(brush, "#f2a03d"), [
    [15, -84],
    [28, -79],
    [15, -76],
  ]);
  oval(brush, tone(brush, "#ffcf6b"), [2, -70, 8, 5]);
  limb(brush, {
    color: coat,
    width: 9,
    points: [
      [-24, -58],
      [-36, -40],
      [-34 - lean * 60, -24],
    ],
  });
  pen.restore();
}
