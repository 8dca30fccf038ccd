import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WHOLE_FRAME } from "#lib/engine/parts/part.ts";
import { renderPieces } from "#lib/engine/render-pieces.ts";

let outDir: string;

beforeEach(async () => {
  outDir = await mkdtemp(join(tmpdir(), "framewright-video-"));
});

afterEach(() => rm(outDir, { recursive: true, force: true }));

const SIZE = { widthPx: 1280, heightPx: 720 } as const;
const COLOR = { r: 200, g: 50, b: 100 } as const;

/** A second of one colour. */
async function filmColor(): Promise<string> {
  const image = join(outDir, "color.png");
  await sharp({ create: { width: 1280, height: 720, channels: 3, background: COLOR } })
    .png()
    .toFile(image);
  const parts = [{ draw: "picture", image, at: WHOLE_FRAME }] as const;
  const clip = {
    make: "clip",
    file: "color.mp4",
    parts,
    ...SIZE,
    fps: 24,
    durationSeconds: 1,
    sounds: [],
  } as const;
  await renderPieces({ pieces: [clip], outDir });
  return join(outDir, "color.mp4");
}

function stillOf(video: string) {
  const part = { draw: "video still", video, at: "last" } as const;
  return { make: "still", file: "still.png", parts: [part], ...SIZE, moment: 0, isMarked: false } as const;
}

test("the colours of an HD video come back as they were put in", async () => {
  await renderPieces({ pieces: [stillOf(await filmColor())], outDir });
  const { data } = await sharp(join(outDir, "still.png"))
    .removeAlpha()
    .extract({ left: 600, top: 300, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const distance = [COLOR.r, COLOR.g, COLOR.b].map((value, index) => Math.abs(value - (data[index] ?? 0)));
  expect(Math.max(...distance)).toBeLessThanOrEqual(4);
}, 30_000);

test("a video that is damaged inside is refused as a bad file and not as a crash of ours", async () => {
  const video = await filmColor();
  const bytes = await readFile(video);
  await writeFile(video, bytes.fill(7, Math.floor(bytes.length * 0.3), Math.floor(bytes.length * 0.9)));
  const rendering = renderPieces({ pieces: [stillOf(video)], outDir });
  await expect(rendering).rejects.toMatchObject({ kind: "input" });
}, 30_000);
