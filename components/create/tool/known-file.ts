import type { Asset } from "#lib/contract/assets.ts";
import type { KnownFile } from "#lib/kling/forms/form-files.ts";

/** What rules, prices and people need to know of a file of the team. */
export function knownFileOf(asset: Asset): KnownFile {
  const { name, mime, bytes, widthPx, heightPx, durationSeconds, fps, hasSound } = asset;
  return { name, mime, bytes, widthPx, heightPx, durationSeconds, fps, hasSound };
}
