import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { registerMediabunnyServer } from "@mediabunny/server";
import { AudioSample, AudioSampleSource, FilePathTarget, Mp3OutputFormat, Output } from "mediabunny";
import type { Sound } from "./encode/audio-track.ts";
import { waveFile } from "./encode/wave-file.ts";
import type { SoundPiece } from "./render-piece.ts";
import { makeSound } from "./sound/make-sound.ts";

const MP3_BITS_PER_SECOND = 128_000;
/** The shape of the scene that words alone stand for. */
const NO_PICTURE = { widthPx: 16, heightPx: 9 };

/** Makes a sound once and writes it into each of its files. */
export async function writeSounds(piece: SoundPiece, outDir: string): Promise<void> {
  const sound = await makeSound(piece.sounds, { seconds: piece.durationSeconds, ...NO_PICTURE });
  for (const file of piece.files) {
    const path = join(outDir, file);
    if (file.endsWith(".wav")) await writeFile(path, waveFile(sound));
    else await writeMp3(sound, path);
  }
}

async function writeMp3({ left, right, sampleRate }: Sound, path: string): Promise<void> {
  registerMediabunnyServer();
  const output = new Output({ format: new Mp3OutputFormat(), target: new FilePathTarget(path) });
  const source = new AudioSampleSource({ codec: "mp3", bitrate: MP3_BITS_PER_SECOND });
  output.addAudioTrack(source);
  await output.start();
  for (let from = 0; from < left.length; from += sampleRate) {
    const to = Math.min(left.length, from + sampleRate);
    const data = new Float32Array(2 * (to - from));
    data.set(left.subarray(from, to), 0);
    data.set(right.subarray(from, to), to - from);
    const timestamp = from / sampleRate;
    const sample = new AudioSample({
      data,
      format: "f32-planar",
      numberOfChannels: 2,
      sampleRate,
      timestamp,
    });
    await source.add(sample);
    sample.close();
  }
  await output.finalize();
}
