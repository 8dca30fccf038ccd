import { expect, test } from "vitest";
import { emptyLabels, type LabelBuffer } from "../labels.ts";
import { averaged, grown, type Mask, maskOf, ownersInFrame } from "./soft-mask.ts";

const GRID = { widthPx: 64, heightPx: 36 };

function disc(scale: number): LabelBuffer {
  const labels = emptyLabels({ widthPx: GRID.widthPx * scale, heightPx: GRID.heightPx * scale });
  for (let y = 0; y < labels.heightPx; y += 1) {
    for (let x = 0; x < labels.widthPx; x += 1) {
      const isInside = Math.hypot((x + 0.5) / scale - 20, (y + 0.5) / scale - 14) < 8;
      if (isInside) labels.owners[y * labels.widthPx + x] = 3;
    }
  }
  return labels;
}

function middleOf({ x, y, widthPx, inside }: Mask) {
  let [sum, sumX, sumY] = [0, 0, 0];
  inside.forEach((value, index) => {
    sum += value;
    sumX += value * ((index % widthPx) + x + 0.5);
    sumY += value * (Math.floor(index / widthPx) + y + 0.5);
  });
  return { x: sumX / sum, y: sumY / sum, area: sum / 255 };
}

function maskIn(labels: LabelBuffer): Mask {
  const mask = maskOf(ownersInFrame(labels, { widthPx: 1280, heightPx: 720 }, GRID), GRID, {
    label: 3,
    marginPx: 6,
  });
  if (mask === null) throw new Error("the disc is gone");
  return mask;
}

test.each([1, 4, 7])(
  "a region keeps its place and size when it is read from labels %i times as fine",
  (scale) => {
    const middle = middleOf(maskIn(disc(scale)));
    expect(Math.abs(middle.x - 20)).toBeLessThan(0.2);
    expect(Math.abs(middle.y - 14)).toBeLessThan(0.2);
    expect(Math.abs(middle.area / (Math.PI * 64) - 1)).toBeLessThan(0.05);
  },
);

test("soft edges move nothing: the middle stays, and so does the size", () => {
  const mask = maskIn(disc(4));
  const [hard, soft] = [middleOf(mask), middleOf(averaged(mask, 2))];
  expect(Math.hypot(soft.x - hard.x, soft.y - hard.y)).toBeLessThan(0.05);
  expect(Math.abs(soft.area / hard.area - 1)).toBeLessThan(0.02);
});

test("a grown mask has everything near it, and nothing beyond", () => {
  const mask = maskIn(disc(4));
  const more = grown(mask, 3);
  more.inside.forEach((value, index) => {
    const [x, y] = [(index % more.widthPx) + more.x + 0.5, Math.floor(index / more.widthPx) + more.y + 0.5];
    const distance = Math.hypot(x - 20, y - 14);
    if (distance < 10) expect(value).toBe(255);
    if (distance > 8 + 3 * Math.SQRT2 + 1) expect(value).toBe(0);
  });
});

test("labels of another shape than the frame lie where the picture that covers it does", () => {
  const labels = emptyLabels({ widthPx: 100, heightPx: 100 });
  labels.owners.fill(1, 0, 20 * 100); // the upper fifth is cut off by a frame that is twice as wide as high
  expect(ownersInFrame(labels, { widthPx: 200, heightPx: 100 }, { widthPx: 20, heightPx: 10 })).not.toContain(
    1,
  );
});

test("who owns nothing has no mask", () => {
  expect(maskOf(new Uint8Array(64 * 36), GRID, { label: 3, marginPx: 2 })).toBeNull();
});
