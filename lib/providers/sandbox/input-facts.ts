import { readFile, stat } from "node:fs/promises";
import type { FileFacts } from "#lib/kling/kinds/kind.ts";
import type { MediaField } from "#lib/kling/requests/media-field.ts";
import { readImageHeader } from "#lib/media/image-header.ts";
import { MediaError } from "#lib/media/media-error.ts";
import { probeAudio } from "#lib/media/probe-audio.ts";
import { probeVideo } from "#lib/media/probe-video.ts";

const NOTHING = { widthPx: null, heightPx: null, durationSeconds: null, fps: null, hasSound: null };

/** What an input is, by its header and index alone; null for one that is not what its field asks for, or is gone. */
export async function inputFacts(path: string, type: MediaField["type"]): Promise<FileFacts | null> {
  if (!(await stat(path).catch(() => null))) return null;
  switch (type) {
    case "image":
    case "mask":
      return imageFacts(path);
    case "video":
      return videoFacts(path);
    case "audio":
      return audioFacts(path);
    case "output":
      return (await videoFacts(path)) ?? (await audioFacts(path));
  }
}

async function imageFacts(path: string): Promise<FileFacts | null> {
  const bytes = await readFile(path);
  const header = readImageHeader(bytes);
  if (!header.ok) return null;
  const { mime, widthPx, heightPx } = header;
  return { ...NOTHING, mime, bytes: bytes.byteLength, widthPx, heightPx };
}

async function videoFacts(path: string): Promise<FileFacts | null> {
  const facts = await probeVideo(path).catch(unlessMedia);
  if (facts === null) return null;
  const { bytes, widthPx, heightPx, durationSeconds, fps, hasSound } = facts;
  const mime = facts.container === "mp4" ? "video/mp4" : "video/quicktime";
  return { mime, bytes, widthPx, heightPx, durationSeconds, fps, hasSound };
}

async function audioFacts(path: string): Promise<FileFacts | null> {
  const facts = await probeAudio(path).catch(unlessMedia);
  if (facts === null) return null;
  const { mime, bytes, durationSeconds } = facts;
  return { ...NOTHING, mime, bytes, durationSeconds, hasSound: true };
}

function unlessMedia(error: unknown): null {
  if (error instanceof MediaError) return null;
  throw error;
}
