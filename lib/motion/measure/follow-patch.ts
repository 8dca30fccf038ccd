import { brightnessAt, type Level, type Pyramid } from "./pyramid.ts";

/** A place or a way in pixels of a small frame: x to the right, y downwards. */
export type Vector = { readonly x: number; readonly y: number };

/** Places of a picture that go together, at each level of its pyramid. */
export type Patch = (level: number) => readonly Vector[];

export type Followed = {
  /** How far the patch has gone. */
  readonly by: Vector;
  /** How alike the two are in the end: 1 for the same but for brightness and contrast, 0 for nothing in common. */
  readonly likeness: number;
};

const ROUNDS = 12;
const SMALL_STEP_PX = 0.01;
/** Less texture than this (in squared brightness per sample) fits everywhere. */
const LEAST_TEXTURE = 1;
const LEAST_SEEN = 0.6;

/**
 * Pyramidal Lucas–Kanade (Bouguet, 2000) for any set of samples: where the patch of one picture is in another one.
 * @param start how far it is expected to have gone
 * @returns null when it has no texture to be known by, or has left the picture
 */
export function followPatch(from: Pyramid, to: Pyramid, patch: Patch, start: Vector): Followed | null {
  let by = start;
  for (let level = from.length - 1; level >= 0; level -= 1) {
    const scale = 2 ** level;
    const found = alignAt(from, to, { level, patch, start: { x: by.x / scale, y: by.y / scale } });
    if (found !== null) by = { x: found.x * scale, y: found.y * scale };
    if (found === null && level === 0) return null;
  }
  return { by, likeness: likenessAt(from, to, patch, by) };
}

/** Where around a place a patch is looked at; the window has as many pixels at each level. */
export function windowAround(at: Vector, radiusPx: number): Patch {
  return (level) => {
    const centre = atLevel(at, level);
    const samples: Vector[] = [];
    for (let y = -radiusPx; y <= radiusPx; y += 1) {
      for (let x = -radiusPx; x <= radiusPx; x += 1) samples.push({ x: centre.x + x, y: centre.y + y });
    }
    return samples;
  };
}

/** The same place in a picture that was halved `level` times: pixels are areas, their middles do not coincide. */
export function atLevel({ x, y }: Vector, level: number): Vector {
  const scale = 2 ** level;
  return { x: (x + 0.5) / scale - 0.5, y: (y + 0.5) / scale - 0.5 };
}

type Alignment = { readonly level: number; readonly patch: Patch; readonly start: Vector };

/** Five numbers a sample: place, brightness, and how the brightness changes across and down. */
const NUMBERS = 5;

function alignAt(from: Pyramid, to: Pyramid, { level, patch, start }: Alignment): Vector | null {
  const source = from[level];
  const target = to[level];
  if (source === undefined || target === undefined) return null;
  const places = patch(level);
  const samples = sampled(source, places);
  let { x: byX, y: byY } = start;
  for (let round = 0; round < ROUNDS; round += 1) {
    let [xx, xy, yy, ex, ey, seen] = [0, 0, 0, 0, 0, 0];
    for (let at = 0; at < samples.length; at += NUMBERS) {
      const now = brightnessAt(target, (samples[at] ?? 0) + byX, (samples[at + 1] ?? 0) + byY);
      if (Number.isNaN(now)) continue;
      const difference = (samples[at + 2] ?? 0) - now;
      const across = samples[at + 3] ?? 0;
      const down = samples[at + 4] ?? 0;
      xx += across * across;
      xy += across * down;
      yy += down * down;
      ex += across * difference;
      ey += down * difference;
      seen += 1;
    }
    if (seen < LEAST_SEEN * places.length || leastTexture(xx, xy, yy) < LEAST_TEXTURE * seen) return null;
    const determinant = xx * yy - xy * xy;
    const stepX = (yy * ex - xy * ey) / determinant;
    const stepY = (xx * ey - xy * ex) / determinant;
    byX += stepX;
    byY += stepY;
    if (Math.hypot(stepX, stepY) < SMALL_STEP_PX) break;
  }
  return { x: byX, y: byY };
}

function sampled(source: Level, places: readonly Vector[]): Float32Array {
  const samples = new Float32Array(places.length * NUMBERS);
  let end = 0;
  for (const { x, y } of places) {
    const across = (brightnessAt(source, x + 1, y) - brightnessAt(source, x - 1, y)) / 2;
    const down = (brightnessAt(source, x, y + 1) - brightnessAt(source, x, y - 1)) / 2;
    if (Number.isNaN(across + down)) continue;
    samples[end] = x;
    samples[end + 1] = y;
    samples[end + 2] = brightnessAt(source, x, y);
    samples[end + 3] = across;
    samples[end + 4] = down;
    end += NUMBERS;
  }
  return samples.subarray(0, end);
}

/** The smaller eigenvalue: texture in the direction that has least of it. */
function leastTexture(xx: number, xy: number, yy: number): number {
  return (xx + yy - Math.hypot(xx - yy, 2 * xy)) / 2;
}

function likenessAt([source]: Pyramid, [target]: Pyramid, patch: Patch, by: Vector): number {
  if (source === undefined || target === undefined) return 0;
  let [count, a, b, aa, ab, bb] = [0, 0, 0, 0, 0, 0];
  const samples = patch(0);
  for (const { x, y } of samples) {
    const before = brightnessAt(source, x, y);
    const after = brightnessAt(target, x + by.x, y + by.y);
    if (Number.isNaN(before + after)) continue;
    count += 1;
    a += before;
    b += after;
    aa += before * before;
    ab += before * after;
    bb += after * after;
  }
  if (count < LEAST_SEEN * samples.length) return 0;
  const spread = (aa - (a * a) / count) * (bb - (b * b) / count);
  return spread <= 0 ? 0 : Math.max(0, (ab - (a * b) / count) / Math.sqrt(spread));
}
