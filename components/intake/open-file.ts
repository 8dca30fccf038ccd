import { probeFile } from "#lib/client/media/media-thread.ts";
import type { FileFacts } from "#lib/kling/kinds/kind.ts";
import type { OpenedFile, Unreadable } from "./opened-file.ts";

/** Opens a file far enough to know what it is: a picture by decoding it, films and sounds by their packets. */
export async function openFile(file: File, signal: AbortSignal): Promise<OpenedFile | Unreadable> {
  const size = file.type.startsWith("image/") || hasPictureName(file.name) ? await measure(file) : null;
  if (size !== null) return opened(file, pictureFacts(file, size), ["image/jpeg"]);
  if (isHeic(file)) return "heic";
  const media = await probeFile(file, signal);
  return media === null ? "broken" : opened(file, media.facts, media.writes);
}

function opened(file: File, facts: FileFacts, writes: readonly string[]): OpenedFile {
  const name = file.name || (facts.mime.split("/")[0] ?? "file");
  return { file: new File([file], name, { type: facts.mime }), name, facts, writes };
}

type Size = { readonly widthPx: number; readonly heightPx: number };

/** As it is seen, turned the way its camera says. */
async function measure(file: Blob): Promise<Size | null> {
  try {
    const bitmap = await createImageBitmap(file);
    const size = { widthPx: bitmap.width, heightPx: bitmap.height };
    bitmap.close();
    return size;
  } catch {
    return null; // the browser does not say why; the name and type of the file have to
  }
}

function pictureFacts(file: File, size: Size): FileFacts {
  const mime = file.type.startsWith("image/") ? file.type : "image/unknown";
  return { mime, bytes: file.size, ...size, durationSeconds: null, fps: null, hasSound: null };
}

function hasPictureName(name: string): boolean {
  return /\.(jpe?g|png|webp|gif|avif|bmp)$/i.test(name);
}

function isHeic({ type, name }: File): boolean {
  return /hei[cf]/i.test(type) || /\.hei[cf]$/i.test(name);
}
