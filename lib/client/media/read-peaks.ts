import { type AudioSample, AudioSampleSink } from "mediabunny";
import { inputOf } from "./probe-media.ts";

/** The loudest moment of each of `count` equal parts of a sound, 0..1; null when it cannot be decoded here. */
export async function readPeaks(file: Blob, count: number): Promise<Float32Array<ArrayBuffer> | null> {
  const input = inputOf(file);
  try {
    const audio = await input.getPrimaryAudioTrack();
    if (audio === null || !(await audio.canDecode())) return null;
    const seconds = await audio.computeDuration();
    const peaks = new Float32Array(count);
    for await (const sample of new AudioSampleSink(audio).samples()) {
      raise(peaks, sample, seconds);
      sample.close();
    }
    return peaks;
  } finally {
    input.dispose();
  }
}

function raise(peaks: Float32Array, sample: AudioSample, seconds: number): void {
  const values = new Float32Array(sample.numberOfFrames);
  sample.copyTo(values, { planeIndex: 0, format: "f32-planar" }); // the first channel speaks for all
  for (let frame = 0; frame < values.length; frame += 1) {
    const at = (sample.timestamp + frame / sample.sampleRate) / seconds;
    const index = Math.min(peaks.length - 1, Math.max(0, Math.floor(at * peaks.length)));
    const level = Math.min(1, Math.abs(values[frame] ?? 0));
    if (level > (peaks[index] ?? 0)) peaks[index] = level;
  }
}
