import {
  BufferTarget,
  Conversion,
  type ConversionAudioOptions,
  type ConversionVideoOptions,
  canEncodeAudio,
  type Input,
  type InputAudioTrack,
  Mp4OutputFormat,
  Output,
  Quality,
  WavOutputFormat,
} from "mediabunny";
import type { FixPlan } from "#lib/kling/media-fixes/plan-fixes.ts";
import type { Conversion as Wish } from "./media-messages.ts";
import { inputOf } from "./probe-media.ts";

/**
 * Writes a film or a sound anew as the plan says.
 * @throws when this browser cannot decode or encode it, or has no memory left
 */
export async function convertMedia(
  file: Blob,
  wish: Wish,
  onProgress: (share: number) => void,
): Promise<{ bytes: ArrayBuffer; mime: string }> {
  const input = inputOf(file);
  try {
    const { mime } = wish.plan.result;
    const format =
      mime === "audio/wav" ? new WavOutputFormat() : new Mp4OutputFormat({ fastStart: "in-memory" });
    const target = new BufferTarget();
    const conversion = await prepare({ input, output: new Output({ format, target }), file, wish });
    conversion.onProgress = onProgress;
    await conversion.execute();
    if (target.buffer === null) throw new Error("the file was not written");
    return { bytes: target.buffer, mime };
  } finally {
    input.dispose();
  }
}

type Preparation = {
  readonly input: Input;
  readonly output: Output;
  readonly file: Blob;
  readonly wish: Wish;
};

async function prepare({ input, output, file, wish }: Preparation): Promise<Conversion> {
  const { plan, startSeconds, endSeconds } = wish;
  const isVideo = plan.result.mime === "video/mp4";
  const isTrimmed = plan.steps.includes("trim");
  const conversion = await Conversion.init({
    input,
    output,
    tracks: "primary",
    ...(isTrimmed && { trim: { start: startSeconds, end: endSeconds } }),
    video: isVideo ? pictureOptions(wish, file.size) : { discard: true },
    audio: isVideo ? filmSound : (track) => soundOptions(plan, track),
    tags: {}, // where a phone was, and what it is called, stays with its owner
    showWarnings: false,
  });
  const hasLost = conversion.discardedTracks.some(({ reason }) => reason !== "discarded_by_user");
  if (!conversion.isValid || hasLost)
    throw new Error("a track of the file cannot be written by this browser");
  return conversion;
}

/** Sound of a film, in bits a second: what is left for it beside the pictures. */
const FILM_SOUND_BITS = 128_000;

/** A bit for every ten pixels: what H.264 needs to look like its source. */
const BITS_PER_PIXEL = 0.1;

const LEAST_BITS_PER_SECOND = 200_000;

function pictureOptions({ plan, cropAt }: Wish, bytes: number): ConversionVideoOptions {
  const { size, crop, fps, result, steps } = plan;
  if (size === null) throw new Error("a film has measures");
  const looks = size.widthPx * size.heightPx * (result.fps ?? 30) * BITS_PER_PIXEL;
  const most = (plan.videoBitsPerSecond ?? Number.POSITIVE_INFINITY) - FILM_SOUND_BITS;
  return {
    codec: "avc",
    width: size.widthPx,
    height: size.heightPx,
    fit: "fill",
    quality: new Quality({ bitrate: Math.max(LEAST_BITS_PER_SECOND, Math.round(Math.min(looks, most))) }),
    allowTransformationMetadata: false,
    // Copied pictures begin at a key frame, and a part that was chosen begins where it was chosen.
    forceTranscode: steps.includes("trim") || bytes > result.bytes,
    ...(crop !== null && {
      crop: { left: cropAt.x, top: cropAt.y, width: crop.widthPx, height: crop.heightPx },
    }),
    ...(fps !== null && { frameRate: fps }),
  };
}

/** Left as it is where it may be, else as AAC; where a browser has no AAC, the library takes the next that it can write. */
async function filmSound(track: InputAudioTrack): Promise<ConversionAudioOptions> {
  const codec = await track.getCodec();
  if (codec === "aac" || codec === "mp3" || !(await canEncodeAudio("aac"))) return {};
  return { codec: "aac", quality: new Quality({ bitrate: FILM_SOUND_BITS }) };
}

async function soundOptions(plan: FixPlan, track: InputAudioTrack): Promise<ConversionAudioOptions> {
  const { sound } = plan;
  if (sound === null) throw new Error("a sound has a form");
  if (sound.mime === "audio/mp4")
    return { codec: "aac", quality: new Quality({ bitrate: sound.bitsPerSecond }), forceTranscode: true };
  const [rate, channels] = await Promise.all([track.getSampleRate(), track.getNumberOfChannels()]);
  return {
    codec: "pcm-s16",
    sampleRate: Math.min(rate, sound.sampleRate),
    numberOfChannels: Math.min(channels, sound.channels),
    forceTranscode: true,
  };
}
