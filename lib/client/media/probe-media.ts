import {
  ADTS,
  BlobSource,
  canEncodeAudio,
  canEncodeVideo,
  FLAC,
  Input,
  type InputAudioTrack,
  type InputFormat,
  type InputVideoTrack,
  MATROSKA,
  MP3,
  MP4,
  MPEG_TS,
  OGG,
  QTFF,
  WAVE,
  WEBM,
} from "mediabunny";
import type { OpenedMedia } from "./media-messages.ts";

/** Containers that are read here, and what they are called when they hold pictures or only sound. */
const FORMATS: readonly { readonly format: InputFormat; readonly video: string; readonly audio: string }[] = [
  { format: MP4, video: "video/mp4", audio: "audio/mp4" },
  { format: QTFF, video: "video/quicktime", audio: "audio/mp4" },
  { format: WEBM, video: "video/webm", audio: "audio/webm" },
  { format: MATROSKA, video: "video/x-matroska", audio: "audio/x-matroska" },
  { format: MPEG_TS, video: "video/mp2t", audio: "audio/mp2t" },
  { format: OGG, video: "video/ogg", audio: "audio/ogg" },
  { format: MP3, video: "audio/mpeg", audio: "audio/mpeg" },
  { format: WAVE, video: "audio/wav", audio: "audio/wav" },
  { format: ADTS, video: "audio/aac", audio: "audio/aac" },
  { format: FLAC, video: "audio/flac", audio: "audio/flac" },
];

export function inputOf(file: Blob): Input {
  return new Input({ source: new BlobSource(file), formats: FORMATS.map(({ format }) => format) });
}

/** Packets that tell how fast the pictures come; a container without an index would have to be read whole for all of them. */
const RATE_PACKETS = 300;

/** What a film or a sound is, by its packets; null when it is neither, or cannot be read. */
export async function probeMedia(file: Blob): Promise<OpenedMedia | null> {
  const input = inputOf(file);
  try {
    const [format, video, audio] = await Promise.all([
      input.getFormat(),
      input.getPrimaryVideoTrack(),
      input.getPrimaryAudioTrack(),
    ]);
    const known = FORMATS.find((it) => it.format === format);
    const track = video ?? audio;
    if (known === undefined || track === null) return null;
    const durationSeconds = await track.computeDuration();
    if (!(durationSeconds > 0)) return null;
    const facts = {
      mime: video === null ? known.audio : known.video,
      bytes: file.size,
      ...(await pictureFacts(video)),
      durationSeconds,
      hasSound: audio !== null,
    };
    return { facts, writes: await writableFrom(video, audio) };
  } catch {
    return null; // the library says what it stumbled over, which helps no person: the file is broken or of another kind
  } finally {
    input.dispose();
  }
}

async function pictureFacts(video: InputVideoTrack | null) {
  if (video === null) return { widthPx: null, heightPx: null, fps: null };
  const [widthPx, heightPx, packets] = await Promise.all([
    video.getDisplayWidth(),
    video.getDisplayHeight(),
    video.computePacketStats(RATE_PACKETS),
  ]);
  return { widthPx, heightPx, fps: packets.averagePacketRate };
}

/** Without https a browser has no decoders and encoders at all. */
async function writableFrom(
  video: InputVideoTrack | null,
  audio: InputAudioTrack | null,
): Promise<readonly string[]> {
  const seesPictures = video !== null && (await video.canDecode()) && (await canEncodeVideo("avc"));
  const hearsSound = audio !== null && (await audio.canDecode());
  return [
    ...(seesPictures ? ["video/mp4"] : []),
    ...(hearsSound && (await canEncodeAudio("aac")) ? ["audio/mp4"] : []),
    ...(hearsSound ? ["audio/wav"] : []),
  ];
}
