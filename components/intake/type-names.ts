import type { MediaLimits } from "#lib/kling/media-limits.ts";

const NAMES: Readonly<Record<string, string>> = {
  "image/jpeg": "JPEG",
  "image/png": "PNG",
  "video/mp4": "MP4",
  "video/quicktime": "MOV",
  "audio/mpeg": "MP3",
  "audio/wav": "WAV",
  "audio/mp4": "M4A",
  "audio/aac": "AAC",
};

/** "MP4, MOV": what people call the types of a field. */
export function typeNames({ mimeTypes }: MediaLimits): string {
  return mimeTypes.map((mime) => NAMES[mime] ?? mime).join(", ");
}

/** What a file chooser is to offer. A film is offered where a sound is wanted: its sound can be taken out. */
export function acceptFor({ type }: MediaLimits): string {
  if (type === "audio") return "audio/*,video/*";
  return type === "video" ? "video/*,.mkv,.mov" : "image/*";
}
