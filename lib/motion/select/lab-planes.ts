import type { Size } from "../point.ts";
import type { LabPlanes } from "./prepared.ts";

const SCALE = 100;

/** sRGB to linear light, by byte. */
const LINEAR = Float32Array.from({ length: 256 }, (_, byte) => {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

export function emptyLab(length: number): LabPlanes {
  return { l: new Float32Array(length), a: new Float32Array(length), b: new Float32Array(length) };
}

/** The picture's colours at a size of at most its own: each pixel is the mean light of those it covers. Alpha is ignored. */
export function labPlanes(rgba: Uint8ClampedArray, size: Size, reduced: Size): LabPlanes {
  const planes = emptyLab(reduced.widthPx * reduced.heightPx);
  for (let y = 0; y < reduced.heightPx; y += 1) {
    const top = Math.floor((y * size.heightPx) / reduced.heightPx);
    const bottom = Math.floor(((y + 1) * size.heightPx) / reduced.heightPx);
    for (let x = 0; x < reduced.widthPx; x += 1) {
      const left = Math.floor((x * size.widthPx) / reduced.widthPx);
      const right = Math.floor(((x + 1) * size.widthPx) / reduced.widthPx);
      writeMean(rgba, { left, right, top, bottom, stride: size.widthPx }, planes, y * reduced.widthPx + x);
    }
  }
  return planes;
}

type Box = { left: number; right: number; top: number; bottom: number; stride: number };

function writeMean(rgba: Uint8ClampedArray, box: Box, planes: LabPlanes, to: number): void {
  let red = 0;
  let green = 0;
  let blue = 0;
  for (let y = box.top; y < box.bottom; y += 1) {
    const end = (y * box.stride + box.right) * 4;
    for (let at = (y * box.stride + box.left) * 4; at < end; at += 4) {
      red += LINEAR[rgba[at] ?? 0] ?? 0;
      green += LINEAR[rgba[at + 1] ?? 0] ?? 0;
      blue += LINEAR[rgba[at + 2] ?? 0] ?? 0;
    }
  }
  const count = (box.right - box.left) * (box.bottom - box.top);
  writeLab(red / count, green / count, blue / count, planes, to);
}

/** One pixel's own colour, written to `planes` at `to`. */
export function writePixelLab(rgba: Uint8ClampedArray, pixel: number, planes: LabPlanes, to: number): void {
  const at = pixel * 4;
  writeLab(
    LINEAR[rgba[at] ?? 0] ?? 0,
    LINEAR[rgba[at + 1] ?? 0] ?? 0,
    LINEAR[rgba[at + 2] ?? 0] ?? 0,
    planes,
    to,
  );
}

/** OKLab (Björn Ottosson, 2020): equal distances look equally different. */
function writeLab(red: number, green: number, blue: number, planes: LabPlanes, to: number): void {
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  planes.l[to] = SCALE * (0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short);
  planes.a[to] = SCALE * (1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short);
  planes.b[to] = SCALE * (0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short);
}

/** Squared distance between pixel `i` of one set of planes and pixel `j` of another. */
export function squaredDistance(from: LabPlanes, i: number, to: LabPlanes, j: number): number {
  const l = (from.l[i] ?? 0) - (to.l[j] ?? 0);
  const a = (from.a[i] ?? 0) - (to.a[j] ?? 0);
  const b = (from.b[i] ?? 0) - (to.b[j] ?? 0);
  return l * l + a * a + b * b;
}
