import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import type { Guide } from "#lib/engine/parts/part.ts";
import { renderPieces } from "#lib/engine/render-pieces.ts";
import { endOf } from "#lib/motion/camera.ts";
import { childSeconds } from "./motion/child-seconds.ts";
import { paintedMask, paintedPicture } from "./motion/painted.ts";

/**
 * Prints how long the sandbox takes for clips that a brush, a camera or two frames move; the promise is 0.6 of the time that
 * they play, at 720p on two cores. On a busy machine read the processor's time, not the clock's.
 */
const CLIP = { widthPx: 1280, heightPx: 720, fps: 24, durationSeconds: 5 } as const;
const REGIONS = 6;

const folder = await mkdtemp(join(tmpdir(), "framewright-motion-"));
const [image, imageTail] = [join(folder, "day.png"), join(folder, "dusk.png")];
await paintedPicture(image, CLIP, "a red sailing boat on a lake in front of mountains by day");
await paintedPicture(imageTail, CLIP, "a red sailing boat on a lake in front of mountains at dusk");
const masks = [];
for (let region = 0; region < REGIONS; region += 1) {
  const at = { x: 140 + region * 200, y: 200 + (region % 3) * 160, radius: 80 };
  const mask = join(folder, `mask-${region}.png`);
  await paintedMask(mask, CLIP, at);
  masks.push({ mask, trajectory: [at, { x: at.x + 90, y: at.y + 60 }, { x: at.x + 40, y: at.y - 90 }] });
}

const guides: Readonly<Record<string, Guide>> = {
  "six regions": { by: "brush", masks, stillMask: null, pictureSize: CLIP },
  "a camera that slides": { by: "camera", end: endOf({ type: "simple", config: { horizontal: 10 } }) },
  "a camera that looks aside": { by: "camera", end: endOf({ type: "simple", config: { pan: 10 } }) },
  "a ready-made move": { by: "camera", end: endOf({ type: "right_turn_forward" }) },
  "two frames": { by: "last frame", imageTail },
  words: { by: "words", prompt: "push in", seed: "" },
};

console.log(`${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`);
for (const [name, guide] of Object.entries(guides)) {
  const parts = [{ draw: "filmed picture", image, guide } as const];
  const [start, usedBefore] = [performance.now(), childSeconds()];
  await renderPieces({
    outDir: folder,
    pieces: [{ make: "clip", file: "clip.mp4", parts, ...CLIP, sounds: [] }],
  });
  const seconds = (performance.now() - start) / 1000;
  const share = (seconds / CLIP.durationSeconds).toFixed(2);
  const used = ((childSeconds() ?? 0) - (usedBefore ?? 0)).toFixed(2);
  console.log(`${name}: ${seconds.toFixed(2)} s, ${share} of its length; ${used} s of processors`);
}
await rm(folder, { recursive: true });
