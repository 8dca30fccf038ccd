import type { StoredFile } from "#components/intake/slot/file-slot-props.ts";
import type { KnownFile } from "#lib/kling/forms/form-files.ts";
import { mediaForm } from "#lib/kling/media.ts";

/** A file of the team, as its place shows it; null for a file that is elsewhere, and for one that is not known yet. */
export function storedFileOf(reference: string, known: KnownFile | undefined): StoredFile | null {
  if (known === undefined || mediaForm(reference) !== "asset") return null;
  const { name, mime, widthPx, heightPx, durationSeconds } = known;
  return { id: reference, name, mime, widthPx, heightPx, durationSeconds };
}
