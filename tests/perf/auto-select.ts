import { availableParallelism, loadavg } from "node:os";
import { imagePoint, type Size } from "#lib/motion/point.ts";
import { prepareSelection } from "#lib/motion/select/prepare-selection.ts";
import { select } from "#lib/motion/select/select.ts";

/**
 * How long auto-select takes on a large picture: looking at it once, and each tap. Processor time, because a busy machine
 * makes wall clocks lie.
 * Run: node tests/perf/auto-select.ts
 */
const SIZE: Size = { widthPx: 4096, heightPx: 2304 };
const TAPS = 12;

const rgba = landscape(SIZE);
const started = cpuMs();
const prepared = prepareSelection(rgba, SIZE);
const preparedMs = cpuMs() - started;

const taps = Array.from({ length: TAPS }, (_, index) => {
  const before = cpuMs();
  const positive = [
    imagePoint(((index + 0.5) * SIZE.widthPx) / TAPS, SIZE.heightPx * (0.3 + 0.05 * (index % 9))),
  ];
  const runs = select(prepared, { positive, negative: [imagePoint(2, 2)], tolerance: 8 });
  return { ms: cpuMs() - before, runs: runs.length };
});
const times = taps.map(({ ms }) => ms).sort((less, more) => less - more);

console.log(`${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`);
console.log(`picture              ${SIZE.widthPx} × ${SIZE.heightPx}, ${prepared.superpixels.count} patches`);
console.log(`look at it once      ${preparedMs.toFixed(0)} ms`);
console.log(`a tap, median        ${times[Math.floor(TAPS / 2)]?.toFixed(0)} ms`);
console.log(`a tap, slowest       ${times.at(-1)?.toFixed(0)} ms`);
console.log(`runs of a selection  ${taps.map(({ runs }) => runs).join(", ")}`);

/** Hills, a sky with a gradient, a sun and fine grain: soft and hard edges, at every scale. */
function landscape({ widthPx, heightPx }: Size): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(widthPx * heightPx * 4);
  for (let pixel = 0; pixel < widthPx * heightPx; pixel += 1) {
    const x = pixel % widthPx;
    const y = Math.floor(pixel / widthPx);
    const grain = ((x * 7919 + y * 104_729) % 13) - 6;
    const hill = heightPx * (0.6 + 0.12 * Math.sin(x / 300) + 0.05 * Math.sin(x / 41));
    const isSun = Math.hypot(x - widthPx * 0.7, y - heightPx * 0.3) < 300;
    const ground = y > hill ? [60 + 25 * Math.sin(y / 90), 120, 50] : [110, 150 + y / 40, 220];
    pixels.set([...(isSun ? [250, 210, 90] : ground).map((value) => value + grain), 255], pixel * 4);
  }
  return pixels;
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
