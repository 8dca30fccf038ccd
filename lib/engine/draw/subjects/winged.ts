import type { Brush } from "./brush.ts";
import { blob, disc, limb, oval, rim, shape, sway, tone } from "./brush.ts";

/** A bird in flight, seen from afar: two bent wings. It glides between its beats. */
export function drawBird(brush: Brush): void {
  const { setting } = brush;
  const isPale = setting.scene.time === "day" || setting.scene.time === "night";
  const color = tone(brush, isPale ? "#f4f1ec" : "#2c2438");
  const cycle = (brush.seconds * 0.5 + brush.phase) % 1;
  const beat = cycle < 0.6 ? Math.sin(brush.seconds * 8 + brush.phase) : 0.15;
  const lift = 34 * beat;
  blob(brush, color, [
    [-4, -50],
    [-40, -62 - lift],
    [-88, -54 - lift * 1.6],
    [-46, -52 - lift * 0.8],
    [0, -40],
  ]);
  blob(brush, color, [
    [4, -50],
    [40, -62 - lift],
    [88, -54 - lift * 1.6],
    [46, -52 - lift * 0.8],
    [0, -40],
  ]);
  oval(brush, color, [3, -46, 16, 6], -0.1);
  shape(brush, color, [
    [-10, -47],
    [-28, -42],
    [-26, -48],
  ]);
}

/** A butterfly, four wings that open and close. */
export function drawButterfly(brush: Brush): void {
  const { pen } = brush;
  const open = 0.35 + 0.65 * Math.abs(Math.sin(brush.seconds * 5 + brush.phase));
  pen.save();
  pen.rotate(0.25 + sway(brush, 1.1) * 0.2);
  for (const side of [-1, 1]) {
    pen.save();
    pen.scale(side * open, 1);
    blob(brush, tone(brush, brush.accent), [
      [2, -52],
      [20, -96],
      [56, -92],
      [52, -56],
      [20, -46],
    ]);
    blob(brush, tone(brush, brush.accent, -0.15), [
      [2, -48],
      [40, -44],
      [42, -16],
      [16, -14],
    ]);
    disc(brush, tone(brush, "#fff0d2"), [38, -76, 6]);
    disc(brush, tone(brush, "#fff0d2"), [30, -32, 4.5]);
    pen.restore();
  }
  oval(brush, tone(brush, "#2b2230"), [0, -50, 3.2, 24]);
  limb(brush, {
    color: tone(brush, "#2b2230"),
    width: 1.4,
    points: [
      [0, -72],
      [-6, -86],
      [-12, -90],
    ],
  });
  limb(brush, {
    color: tone(brush, "#2b2230"),
    width: 1.4,
    points: [
      [0, -72],
      [6, -86],
      [12, -90],
    ],
  });
  pen.restore();
}

/** A long eastern dragon that swims through the air. */
export function drawDragon(brush: Brush): void {
  const spine = Array.from({ length: 34 }, (_, index) => {
    const share = index / 33;
    const wave = share * 9 - brush.seconds * 1.6 + brush.phase;
    return {
      x: -150 + share * 290,
      y: -50 - Math.sin(wave) * 26 * (1.1 - share * 0.55) - share * 10,
      size: 3 + 13 * Math.sin(Math.PI * (0.12 + share * 0.62)),
    };
  });
  const color = tone(brush, brush.accent);
  spine.forEach(({ x, y, size }, index) => {
    if (index % 2 === 0)
      shape(brush, tone(brush, "#ffcf6b"), [
        [x - 5, y - size * 0.8],
        [x - 9, y - size * 1.7],
        [x + 5, y - size * 0.8],
      ]);
  });
  for (const { x, y, size } of spine) disc(brush, color, [x, y, size]);
  for (const { x, y, size } of spine)
    oval(brush, tone(brush, "#ffe3a6"), [x, y + size * 0.5, size * 0.55, size * 0.36]);
  for (const index of [10, 22]) {
    const at = spine[index];
    if (at)
      limb(brush, {
        color,
        width: 6,
        points: [
          [at.x, at.y + 8],
          [at.x + 10, at.y + 24],
          [at.x + 22, at.y + 22 + sway(brush, 2) * 4],
        ],
      });
  }
  const head = spine.at(-1);
  if (head) drawDragonHead(brush, head);
}

function drawDragonHead(brush: Brush, { x, y }: { x: number; y: number }): void {
  const color = tone(brush, brush.accent);
  const wave = sway(brush, 2.4) * 5;
  for (const [dx, dy] of [
    [-22, -18],
    [-26, -6],
    [-22, 8],
  ] as const) {
    limb(brush, {
      color: tone(brush, "#ffcf6b"),
      width: 5,
      points: [
        [x, y + dy * 0.4],
        [x + dx, y + dy],
        [x + dx - 14, y + dy + wave],
      ],
    });
  }
  limb(brush, {
    color: tone(brush, "#e9d9b8"),
    width: 3.4,
    points: [
      [x + 2, y - 10],
      [x - 6, y - 26],
      [x - 22, y - 32],
    ],
  });
  limb(brush, {
    color: tone(brush, "#e9d9b8", -0.15),
    width: 3.4,
    points: [
      [x + 9, y - 10],
      [x + 4, y - 26],
      [x - 10, y - 34],
    ],
  });
  blob(brush, color, [
    [x - 12, y - 13],
    [x + 10, y - 15],
    [x + 36, y - 6],
    [x + 38, y + 5],
    [x + 16, y + 7],
    [x - 10, y + 14],
  ]);
  blob(brush, tone(brush, brush.accent, -0.2), [
    [x, y + 8],
    [x + 32, y + 9],
    [x + 20, y + 17],
    [x, y + 15],
  ]);
  disc(brush, tone(brush, "#fff6d8", 0.3), [x + 10, y - 6, 3.6]);
  disc(brush, tone(brush, "#2a1a20"), [x + 11, y - 6, 1.7]);
  limb(brush, {
    color: tone(brush, "#ffcf6b"),
    width: 1.6,
    points: [
      [x + 34, y],
      [x + 50, y + 4 + wave],
      [x + 60, y - 8 - wave],
    ],
  });
  limb(brush, {
    color: rim(brush, brush.accent),
    width: 1.8,
    points: [
      [x - 8, y - 13],
      [x + 12, y - 15],
      [x + 34, y - 6],
    ],
  });
}

/** A diamond kite with a tail of ribbons; its string goes down to whoever holds it. */
export function drawKite(brush: Brush): void {
  const { pen } = brush;
  pen.save();
  pen.rotate(-0.35 + sway(brush, 0.9) * 0.12);
  limb(brush, {
    color: "rgba(255,255,255,0.45)",
    width: 0.9,
    points: [
      [0, -50],
      [-40, 120],
      [-160, 420],
    ],
  });
  const wave = sway(brush, 3);
  limb(brush, {
    color: tone(brush, brush.accent, -0.1),
    width: 2.4,
    points: [
      [0, 0],
      [-14 + wave * 5, 30],
      [14 - wave * 7, 56],
      [-8 + wave * 10, 92],
    ],
  });
  shape(brush, tone(brush, brush.accent), [
    [0, -100],
    [0, -64],
    [-34, -64],
  ]);
  shape(brush, tone(brush, "#fff0d2"), [
    [0, -100],
    [34, -64],
    [0, -64],
  ]);
  shape(brush, tone(brush, "#fff0d2", -0.12), [
    [-34, -64],
    [0, -64],
    [0, 0],
  ]);
  shape(brush, tone(brush, brush.accent, -0.14), [
    [0, -64],
    [34, -64],
    [0, 0],
  ]);
  pen.restore();
}
