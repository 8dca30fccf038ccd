import { stat } from "node:fs/promises";
import { ADTS, FilePathSource, Input, MP3, MP4, QTFF, WAVE } from "mediabunny";
import { MediaError } from "./media-error.ts";

export type AudioFacts = {
  readonly mime: "audio/mpeg" | "audio/wav" | "audio/mp4" | "audio/aac";
  /** The ending of a file of this type. */
  readonly extension: "mp3" | "wav" | "m4a" | "aac";
  readonly durationSeconds: number;
  readonly bytes: number;
};

const FORMATS = [
  { format: MP3, mime: "audio/mpeg", extension: "mp3" },
  { format: WAVE, mime: "audio/wav", extension: "wav" },
  { format: MP4, mime: "audio/mp4", extension: "m4a" },
  { format: QTFF, mime: "audio/mp4", extension: "m4a" },
  { format: ADTS, mime: "audio/aac", extension: "aac" },
] as const;

/**
 * Reads what a sound file is, from its packets alone: nothing is decoded, and the parser is memory-safe TypeScript.
 * @throws MediaError `not_audio` for anything but MP3, WAV, M4A or AAC with one sound track and no picture track
 */
export async function probeAudio(path: string): Promise<AudioFacts> {
  const input = new Input({
    source: new FilePathSource(path),
    formats: [...new Set(FORMATS.map(({ format }) => format))],
  });
  try {
    return await factsOf(input, path);
  } catch (cause) {
    if (cause instanceof MediaError) throw cause;
    throw new MediaError("not_audio", "This is not a readable MP3, WAV, M4A or AAC file.", { cause });
  } finally {
    input.dispose();
  }
}

async function factsOf(input: Input, path: string): Promise<AudioFacts> {
  const [videos, audios, format] = await Promise.all([
    input.getVideoTracks(),
    input.getAudioTracks(),
    input.getFormat(),
  ]);
  const [audio] = audios;
  const known = FORMATS.find((it) => it.format === format);
  if (audio === undefined || audios.length > 1 || videos.length > 0 || known === undefined) {
    throw new MediaError("not_audio", "A sound file has one sound track and no picture.");
  }
  const durationSeconds = await audio.computeDuration();
  if (!(durationSeconds > 0)) throw new MediaError("not_audio", "The sound track is empty.");
  const { mime, extension } = known;
  return { mime, extension, durationSeconds, bytes: (await stat(path)).size };
}
