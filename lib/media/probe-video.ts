import { stat } from "node:fs/promises";
import { FilePathSource, Input, type InputVideoTrack, MP4, QTFF } from "mediabunny";
import { isFastStart } from "./fast-start.ts";
import { MediaError } from "./media-error.ts";

export type VideoFacts = {
  container: "mp4" | "mov";
  /** As WebCodecs names families: `avc`, `hevc`, `vp9`, `av1`. */
  codec: string;
  widthPx: number;
  heightPx: number;
  /** Pictures per second, averaged over the whole track. */
  fps: number;
  frameCount: number;
  durationSeconds: number;
  hasSound: boolean;
  audioCodec: string | null;
  /** Whether the index lies in front of the pictures, so that a player may begin before all has arrived. */
  isFastStart: boolean;
  bytes: number;
};

/** Ten minutes at 60 pictures a second; a file that claims more is not one of ours. */
const MAX_PACKETS = 36_000;

/**
 * Reads what a video file is, from its index alone: no picture is decoded, and the parser is memory-safe TypeScript.
 * @throws MediaError `not_a_video` for anything but an MP4 or MOV with one picture track
 */
export async function probeVideo(path: string): Promise<VideoFacts> {
  const input = new Input({ source: new FilePathSource(path), formats: [MP4, QTFF] });
  try {
    return await factsOf(input, path);
  } catch (cause) {
    if (cause instanceof MediaError) throw cause;
    throw new MediaError("not_a_video", "This is not a readable MP4 or MOV file.", { cause });
  } finally {
    input.dispose();
  }
}

async function factsOf(input: Input, path: string): Promise<VideoFacts> {
  const [videos, audios, format] = await Promise.all([
    input.getVideoTracks(),
    input.getAudioTracks(),
    input.getFormat(),
  ]);
  const [video, ...otherVideos] = videos;
  if (video === undefined || otherVideos.length > 0 || audios.length > 1) {
    throw new MediaError("not_a_video", "A clip has one picture track and at most one sound track.");
  }
  const audio = audios[0];
  return {
    container: format === QTFF ? "mov" : "mp4",
    ...(await pictureFacts(video)),
    hasSound: audio !== undefined,
    audioCodec: audio === undefined ? null : await audio.getCodec(),
    isFastStart: await isFastStart(path),
    bytes: (await stat(path)).size,
  };
}

type PictureFacts = Pick<
  VideoFacts,
  "codec" | "widthPx" | "heightPx" | "fps" | "frameCount" | "durationSeconds"
>;

async function pictureFacts(video: InputVideoTrack): Promise<PictureFacts> {
  const [codec, widthPx, heightPx, durationSeconds, packets] = await Promise.all([
    video.getCodec(),
    video.getDisplayWidth(),
    video.getDisplayHeight(),
    video.computeDuration(),
    video.computePacketStats(MAX_PACKETS + 1),
  ]);
  if (codec === null || packets.packetCount === 0 || packets.packetCount > MAX_PACKETS) {
    throw new MediaError("not_a_video", "The picture track cannot be read.");
  }
  return {
    codec,
    widthPx,
    heightPx,
    durationSeconds,
    frameCount: packets.packetCount,
    fps: packets.averagePacketRate,
  };
}
