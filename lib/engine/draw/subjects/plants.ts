import { type Brush, disc, limb, oval, rim, shape, tone } from "./brush.ts";

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
