import { type Brush, blob, disc, limb, shape, tone } from "./brush.ts";

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
