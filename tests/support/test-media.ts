import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

type FilmSize = {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly fps: number;
  readonly durationSeconds: number;
};

const films = new Map<string, Promise<Buffer>>();

/** Within the limits of every field that takes a video. */
const FITTING: FilmSize = { widthPx: 1920, heightPx: 1080, fps: 24, durationSeconds: 3 };

/** An MP4, rendered once. */
export function testFilm(size = FITTING): Promise<Buffer> {
  const key = JSON.stringify(size);
  const film = films.get(key) ?? renderFilm(size);
  films.set(key, film);
  return film;
}

const SOUND_SECONDS = 6;
const SAMPLES_PER_SECOND = 8000;

/** A WAV of 6 s (16 bits, one channel, a low hum): within the limits of every field that takes a sound. */
export function testSound(): Buffer {
  const data = Buffer.alloc(SOUND_SECONDS * SAMPLES_PER_SECOND * 2);
  for (let index = 0; index < data.length / 2; index += 1) {
    data.writeInt16LE(
      Math.round(8000 * Math.sin((2 * Math.PI * 220 * index) / SAMPLES_PER_SECOND)),
      index * 2,
    );
  }
  return Buffer.concat([waveHeader(data.length), data]);
}

async function renderFilm(size: FilmSize): Promise<Buffer> {
  const { renderClip } = await import("#lib/engine/render-clip.ts");
  const outDir = await mkdtemp(join(tmpdir(), "test-film-"));
  try {
    const job = { kind: "text2video", prompt: "a dancer", hasSound: false, outDir, ...size } as const;
    return await readFile((await renderClip(job)).videoPath);
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

/** RIFF, with the one format that every reader of the format knows: PCM. */
function waveHeader(dataBytes: number): Buffer {
  const header = Buffer.alloc(44);
  header.write("RIFF", 0, "latin1");
  header.writeUInt32LE(36 + dataBytes, 4);
  header.write("WAVEfmt ", 8, "latin1");
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(SAMPLES_PER_SECOND, 24);
  header.writeUInt32LE(SAMPLES_PER_SECOND * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write("data", 36, "latin1");
  header.writeUInt32LE(dataBytes, 40);
  return header;
}
