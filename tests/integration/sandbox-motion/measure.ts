import { createCanvas } from "@napi-rs/canvas";
import { openVideo } from "#lib/engine/read/open-video.ts";

/** RGBA of one frame. */
export type Pixels = {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly data: Uint8ClampedArray;
};

/** All frames of a clip, in order. */
export async function framesOf(path: string, fps: number): Promise<readonly Pixels[]> {
  const video = await openVideo(path);
  const frames: Pixels[] = [];
  for (let index = 0; index < Math.round(video.durationSeconds * fps); index += 1) {
    const canvas = await video.pictureAt(index / fps);
    const { width: widthPx, height: heightPx } = canvas;
    frames.push({
      widthPx,
      heightPx,
      data: canvas.getContext("2d").getImageData(0, 0, widthPx, heightPx).data,
    });
  }
  return frames;
}

export type Place = { readonly x: number; readonly y: number };

type Color = "red" | "blue" | "yellow";

const IS: Readonly<Record<Color, (red: number, green: number, blue: number) => boolean>> = {
  red: (red, green, blue) => red > 150 && green < 110 && blue < 110,
  blue: (red, green, blue) => blue > 150 && red < 110 && green < 130,
  yellow: (red, green, blue) => red > 190 && green > 170 && blue < 120,
};

/** The middle of all that has a colour. */
export function middleOf({ widthPx, data }: Pixels, color: Color): Place {
  let [count, sumX, sumY] = [0, 0, 0];
  for (let index = 0; index < data.length; index += 4) {
    if (!IS[color](data[index] ?? 0, data[index + 1] ?? 0, data[index + 2] ?? 0)) continue;
    count += 1;
    sumX += (index / 4) % widthPx;
    sumY += Math.floor(index / 4 / widthPx);
  }
  return { x: sumX / count + 0.5, y: sumY / count + 0.5 };
}

const brightness = (data: Uint8ClampedArray, pixel: number) =>
  0.2126 * (data[pixel * 4] ?? 0) + 0.7152 * (data[pixel * 4 + 1] ?? 0) + 0.0722 * (data[pixel * 4 + 2] ?? 0);

/** Mean difference of brightness, 0 to 255. */
export function differenceOf(first: Pixels, second: Pixels): number {
  let sum = 0;
  const count = first.data.length / 4;
  for (let pixel = 0; pixel < count; pixel += 1) {
    sum += Math.abs(brightness(first.data, pixel) - brightness(second.data, pixel));
  }
  return sum / count;
}

const WINDOW = 8;
const [C1, C2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2];

/** Mean structural similarity of two frames of one size (Wang et al., 2004), over windows of 8 by 8: 1 for the same. */
export function similarityOf(first: Pixels, second: Pixels): number {
  let [sum, count] = [0, 0];
  for (let top = 0; top + WINDOW <= first.heightPx; top += WINDOW / 2) {
    for (let left = 0; left + WINDOW <= first.widthPx; left += WINDOW / 2) {
      sum += windowSimilarity(first, second, { left, top });
      count += 1;
    }
  }
  return sum / count;
}

function windowSimilarity(first: Pixels, second: Pixels, at: { left: number; top: number }): number {
  let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0];
  for (let y = at.top; y < at.top + WINDOW; y += 1) {
    for (let x = at.left; x < at.left + WINDOW; x += 1) {
      const pixel = y * first.widthPx + x;
      const [one, other] = [brightness(first.data, pixel), brightness(second.data, pixel)];
      a += one;
      b += other;
      aa += one * one;
      bb += other * other;
      ab += one * other;
    }
  }
  const n = WINDOW * WINDOW;
  const [meanA, meanB] = [a / n, b / n];
  const [varianceA, varianceB, covariance] = [
    aa / n - meanA ** 2,
    bb / n - meanB ** 2,
    ab / n - meanA * meanB,
  ];
  const alike = (2 * meanA * meanB + C1) * (2 * covariance + C2);
  return alike / ((meanA ** 2 + meanB ** 2 + C1) * (varianceA + varianceB + C2));
}

/** How far the second frame's content is from the first's, in pixels of frames made this much smaller. */
export function shiftBetween(first: Pixels, second: Pixels, reachPx: number): Place {
  const [one, other] = [small(first), small(second)];
  let best = { x: 0, y: 0, difference: Number.POSITIVE_INFINITY };
  for (let y = -reachPx; y <= reachPx; y += 1) {
    for (let x = -reachPx; x <= reachPx; x += 1) {
      const difference = shiftedDifference(one, other, { x, y });
      if (difference < best.difference) best = { x, y, difference };
    }
  }
  return best;
}

const SMALL = { widthPx: 96, heightPx: 54 };

function small({ widthPx, heightPx, data }: Pixels): Pixels {
  const full = createCanvas(widthPx, heightPx);
  const image = full.getContext("2d").createImageData(widthPx, heightPx);
  image.data.set(data);
  full.getContext("2d").putImageData(image, 0, 0);
  const context = createCanvas(SMALL.widthPx, SMALL.heightPx).getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(full, 0, 0, SMALL.widthPx, SMALL.heightPx);
  return { ...SMALL, data: context.getImageData(0, 0, SMALL.widthPx, SMALL.heightPx).data };
}

function shiftedDifference(first: Pixels, second: Pixels, { x, y }: Place): number {
  let [sum, count] = [0, 0];
  for (let row = Math.max(0, -y); row < SMALL.heightPx - Math.max(0, y); row += 1) {
    for (let column = Math.max(0, -x); column < SMALL.widthPx - Math.max(0, x); column += 1) {
      const from = brightness(first.data, row * SMALL.widthPx + column);
      sum += Math.abs(from - brightness(second.data, (row + y) * SMALL.widthPx + column + x));
      count += 1;
    }
  }
  return sum / count;
}
