import { fetchAsset } from "#lib/client/assets.ts";
import type { Picture } from "#lib/motion/scene/motion-scene.ts";

/** More than any preview shows; a larger picture would only take memory. */
const LONGEST_PX = 2560;

/** As many as a person goes back and forth between: a first frame, an end frame, and the one before. */
const KEPT = 3;

type Kept = { readonly loading: Promise<Picture>; loaded: Picture | null };

const kept = new Map<string, Kept>();

/**
 * The picture at this address, decoded beside the page's own thread: an element's picture would be decoded on it, in the
 * middle of the first frame. The last few stay at hand. Its size is the file's own, also where fewer pixels are kept.
 */
export function loadPicture(url: string): Promise<Picture> {
  const key = keyOf(url);
  const before = kept.get(key);
  const entry = before ?? { loading: decode(url), loaded: null };
  kept.delete(key);
  kept.set(key, entry);
  if (before === undefined) {
    entry.loading.then(
      (picture) => {
        entry.loaded = picture;
      },
      () => kept.delete(key),
    );
    forgetOldest();
  }
  return entry.loading;
}

/** The picture, if it is there already. */
export function loadedPicture(url: string): Picture | null {
  return kept.get(keyOf(url))?.loaded ?? null;
}

/** An element tells its address in full. */
function keyOf(url: string): string {
  return new URL(url, window.location.href).href;
}

/** Not closed: somebody may still be drawing it. */
function forgetOldest(): void {
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
}

async function decode(url: string): Promise<Picture> {
  const whole = await createImageBitmap(await fetchAsset(url));
  const { width: widthPx, height: heightPx } = whole;
  return { source: await withinLimit(whole), widthPx, heightPx };
}

async function withinLimit(whole: ImageBitmap): Promise<ImageBitmap> {
  const scale = LONGEST_PX / Math.max(whole.width, whole.height);
  if (scale >= 1) return whole;
  const [resizeWidth, resizeHeight] = [Math.round(whole.width * scale), Math.round(whole.height * scale)];
  const small = await createImageBitmap(whole, { resizeWidth, resizeHeight, resizeQuality: "high" });
  whole.close();
  return small;
}
