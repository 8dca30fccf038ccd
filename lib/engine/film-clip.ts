import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Canvas } from "@napi-rs/canvas";
import { canvasSizeFor } from "./canvas-size.ts";
import { composeFrames } from "./compose-frames.ts";
import { AudioTrack, type Sound } from "./encode/audio-track.ts";
import { Mp4File } from "./encode/mp4-file.ts";
import { type Pixels, VideoTrack } from "./encode/video-track.ts";
import { type ClipPiece, frameCountOf } from "./render-piece.ts";
import { makeSound } from "./sound/make-sound.ts";

/** Each frame's pixels are a fresh block of memory that only a collection returns; on a small host that adds up. */
const COLLECT_EVERY = 8;
const REPORT_EVERY = 4;

/** Draws every frame once and writes it into the clip; drawing and encoding overlap by one frame. */
export async function filmClip(
  piece: ClipPiece,
  outDir: string,
  reportProgress: (fraction: number) => void,
): Promise<void> {
  const frameCount = frameCountOf(piece);
  const { durationSeconds, sounds, parts } = piece;
  const shape = { widthPx: piece.widthPx, heightPx: piece.heightPx };
  const sound = sounds.length === 0 ? null : await makeSound(sounds, { seconds: durationSeconds, ...shape });
  const frames = await composeFrames({
    parts,
    ...canvasSizeFor(shape),
    durationSeconds,
    sound,
    isMarked: true,
  });
  const clip = await openClip(join(outDir, piece.file), piece, sound);
  let encoding: Promise<unknown> = Promise.resolve();
  for (let frame = 0; frame < frameCount; frame += 1) {
    await frames.drawAt(frame / piece.fps); // records what to paint; the painting itself happens when the pixels are asked for
    await nextTurn(); // lets the last frame go on from its colour conversion to its encoder, while this one is painted
    const pixels = pixelsOf(frames.canvas);
    await encoding;
    encoding = clip.encode(pixels, frame);
    if (frame % COLLECT_EVERY === 0) globalThis.gc?.();
    if (frame % REPORT_EVERY === 0) reportProgress(frame / frameCount);
  }
  await encoding;
  await clip.finish();
}

type Sink = { encode(pixels: Pixels, frame: number): Promise<void>; finish(): Promise<void> };

async function openClip(path: string, piece: ClipPiece, sound: Sound | null): Promise<Sink> {
  const file = await Mp4File.create(path);
  const video = await VideoTrack.add(file, piece);
  const audio = sound === null ? null : await AudioTrack.add(file, sound);
  await file.start();
  return {
    async encode(pixels, frame) {
      await video.encode(pixels);
      await audio?.encodeUntil((frame + 1) / piece.fps);
    },
    async finish() {
      await video.finish();
      await audio?.finish();
      await file.finish();
    },
  };
}

function pixelsOf(canvas: Canvas): Pixels {
  return { data: canvas.data(), widthPx: canvas.width, heightPx: canvas.height };
}
