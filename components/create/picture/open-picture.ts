import { checkImage, type ImageProblem } from "#lib/kling/check-image.ts";
import type { ImageSize } from "#lib/kling/output.ts";

/** A picture that this browser can show, and what upstream would say against it. */
export type OpenedPicture = {
  readonly file: Blob;
  readonly name: string;
  readonly size: ImageSize;
  /** In the order in which they are fixed; empty when the file may be used as it is. */
  readonly problems: readonly ImageProblem[];
};

/** Why a file cannot be opened: `heic` is what phones write and few browsers read. */
export type Unreadable = "heic" | "not_a_picture" | "broken";

/** Opens a file far enough to know its measures as it is seen, turned the way its camera says. */
export async function openPicture(file: File): Promise<OpenedPicture | Unreadable> {
  const size = await measure(file);
  if (size === null) return whyUnreadable(file);
  const problems = checkImage({ ...size, bytes: file.size, mime: file.type });
  return { file, name: file.name || "picture", size, problems };
}

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
