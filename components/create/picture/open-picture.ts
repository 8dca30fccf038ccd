import type { OpenedFile } from "#components/intake/opened-file.ts";
import { planFixes } from "#lib/kling/media-fixes/plan-fixes.ts";
import { MEDIA_LIMITS } from "#lib/kling/media-limits.ts";
import type { ImageSize } from "#lib/kling/output.ts";

/** A picture that this browser can show, and whether upstream takes it as it is. */
export type OpenedPicture = OpenedFile & { readonly size: ImageSize; readonly fits: boolean };

/** Why a file cannot be opened: `heic` is what phones write and few browsers read. */
export type Unreadable = "heic" | "not_a_picture" | "broken";

/** Opens a file far enough to know its measures as it is seen, turned the way its camera says. */
export async function openPicture(file: File): Promise<OpenedPicture | Unreadable> {
  const size = await measure(file);
  if (size === null) return whyUnreadable(file);
  const facts = {
    mime: file.type,
    bytes: file.size,
    ...size,
    durationSeconds: null,
    fps: null,
    hasSound: null,
  };
  const { fits } = planFixes(facts, MEDIA_LIMITS.image, { writes: WRITES });
  return { file, name: file.name || "picture", size, facts, writes: WRITES, fits };
}

/** Every browser writes it from a canvas. */
const WRITES = ["image/jpeg"] as const;

async function measure(file: Blob): Promise<ImageSize | null> {
  try {
    const bitmap = await createImageBitmap(file);
    const size = { widthPx: bitmap.width, heightPx: bitmap.height };
    bitmap.close();
    return size;
  } catch {
    return null; // the browser does not say why; the name and type of the file have to
  }
}

function whyUnreadable({ type, name }: File): Unreadable {
  if (/hei[cf]/i.test(type) || /\.hei[cf]$/i.test(name)) return "heic";
  return type.startsWith("image/") ? "broken" : "not_a_picture";
}
