import type { Sound } from "./audio-track.ts";

const HEADER_BYTES = 44;
const CHANNELS = 2;
const SAMPLE_BYTES = 2;
const LOUDEST = 32_767;

/** A RIFF WAVE file of stereo PCM, 16 bits. */
export function waveFile({ left, right, sampleRate }: Sound): Buffer {
  const dataBytes = left.length * CHANNELS * SAMPLE_BYTES;
  const file = Buffer.alloc(HEADER_BYTES + dataBytes);
  file.write("RIFF", 0, "latin1");
  file.writeUInt32LE(HEADER_BYTES - 8 + dataBytes, 4);
  file.write("WAVEfmt ", 8, "latin1");
  file.writeUInt32LE(16, 16); // length of the format block
  file.writeUInt16LE(1, 20); // PCM
  file.writeUInt16LE(CHANNELS, 22);
  file.writeUInt32LE(sampleRate, 24);
  file.writeUInt32LE(sampleRate * CHANNELS * SAMPLE_BYTES, 28);
  file.writeUInt16LE(CHANNELS * SAMPLE_BYTES, 32);
  file.writeUInt16LE(SAMPLE_BYTES * 8, 34);
  file.write("data", 36, "latin1");
  file.writeUInt32LE(dataBytes, 40);
  for (let index = 0; index < left.length; index += 1) {
    const at = HEADER_BYTES + index * CHANNELS * SAMPLE_BYTES;
    file.writeInt16LE(Math.round((left[index] ?? 0) * LOUDEST), at);
    file.writeInt16LE(Math.round((right[index] ?? 0) * LOUDEST), at + SAMPLE_BYTES);
  }
  return file;
}
