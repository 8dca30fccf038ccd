import { registerMediabunnyServer } from "@mediabunny/server";
import {
  ADTS,
  type AudioSample,
  AudioSampleSink,
  FilePathSource,
  Input,
  MP3,
  MP4,
  QTFF,
  WAVE,
} from "mediabunny";
import { ChildRefusal } from "#lib/media/limited-child-entry.ts";
import type { Sound } from "../encode/audio-track.ts";
import { SAMPLE_RATE, silence } from "../sound/mix.ts";

/** The longest sound that any field takes is 300 s (off-26 §3.9); videos may be longer and are read as far. */
const MAX_SECONDS = 300;

/**
 * Decodes the sound of a sound file or a video, in stereo at our rate; nothing but silence where a video has none. Native
 * code on foreign bytes: for limited children.
 * @throws ChildRefusal when it cannot be decoded
 */
export async function readSound(path: string): Promise<Sound> {
  registerMediabunnyServer();
  try {
    const input = new Input({ source: new FilePathSource(path), formats: [MP4, QTFF, MP3, WAVE, ADTS] });
    const track = await input.getPrimaryAudioTrack();
    if (track === null) return silence(0);
    const sound = silence(Math.min(MAX_SECONDS, await track.computeDuration()));
    for await (const sample of new AudioSampleSink(track).samples(0, MAX_SECONDS)) {
      const left = planeOf(sample, 0);
      const right = sample.numberOfChannels > 1 ? planeOf(sample, 1) : left;
      const at = Math.round(sample.timestamp * SAMPLE_RATE);
      writeAt(sound.left, { at, plane: left, sampleRate: sample.sampleRate });
      writeAt(sound.right, { at, plane: right, sampleRate: sample.sampleRate });
      sample.close();
    }
    return sound;
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : "The sound cannot be decoded.";
    throw new ChildRefusal("undecodable", message);
  }
}

function planeOf(sample: AudioSample, planeIndex: number): Float32Array {
  const plane = new Float32Array(sample.numberOfFrames);
  sample.copyTo(plane, { planeIndex, format: "f32-planar" });
  return plane;
}

type Piece = { readonly at: number; readonly plane: Float32Array; readonly sampleRate: number };

/** Between two samples a straight line: good enough for speech, and nothing to install. */
function writeAt(channel: Float32Array, { at, plane, sampleRate }: Piece): void {
  const step = sampleRate / SAMPLE_RATE;
  const length = Math.round(plane.length / step);
  for (let index = 0; index < length; index += 1) {
    const place = at + index;
    if (place < 0 || place >= channel.length) continue;
    const before = Math.min(plane.length - 1, Math.floor(index * step));
    const after = Math.min(plane.length - 1, before + 1);
    const share = index * step - before;
    channel[place] = (plane[before] ?? 0) * (1 - share) + (plane[after] ?? 0) * share;
  }
}
