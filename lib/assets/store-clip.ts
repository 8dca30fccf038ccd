import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { crashPoint } from "#lib/crash-point.ts";
import { log } from "#lib/log.ts";
import { refuseUnfitClip } from "#lib/media/clip-limits.ts";
import { deriveStills, type Stills } from "#lib/media/derive-stills.ts";
import { fileSha256 } from "#lib/media/file-sha256.ts";
import { isWhole } from "#lib/media/is-whole.ts";
import { LimitedChildError } from "#lib/media/limited-child-error.ts";
import { MediaError } from "#lib/media/media-error.ts";
import { probeVideo, type VideoFacts } from "#lib/media/probe-video.ts";
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
  /** Null when the clip cannot be decoded here; it may still play elsewhere. */
  readonly posterKey: string | null;
  readonly previewKey: string | null;
};

export type NewClip = {
  readonly path: string;
  readonly sha256: string;
  readonly workDir: string;
  readonly blobs: BlobStore;
  readonly signal: AbortSignal;
  /** Who brings a film can bring a better one: it is judged by more than whether it is one. */
  readonly isBrought?: boolean;
};

/**
 * Takes a downloaded clip in: what it is, by our own probe; a still and a hover preview; everything published and read
 * back before this returns.
 * @throws MediaError when it is not a usable video
 */
export async function storeClip(clip: NewClip): Promise<StoredClip> {
  const { path, sha256, blobs } = clip;
  const facts = await probeVideo(path);
  if (clip.isBrought) refuseUnfitClip(facts);
  if (!(await isWhole(path))) throw new MediaError("damaged", "The video ends in the middle.");
  const stills = await makeStills(facts, clip);
  crashPoint("archive:temp-written");
  const posterKey = stills && (await publishFile(blobs, stills.posterPath, "webp"));
  const previewKey = stills && (await publishFile(blobs, stills.previewPath, "mp4"));
  const storageKey = await blobs.publish({ path, sha256, extension: facts.container });
  crashPoint("archive:object-written");
  return {
    sha256,
    storageKey,
    mime: facts.container === "mp4" ? "video/mp4" : "video/quicktime",
    bytes: facts.bytes,
    widthPx: facts.widthPx,
    heightPx: facts.heightPx,
    durationSeconds: facts.durationSeconds,
    fps: facts.fps,
    hasSound: facts.hasSound,
    posterKey,
    previewKey,
  };
}

/** A clip that was paid for is worth keeping without its stills: only an abort passes through. One that was brought must be decodable. */
async function makeStills(
  facts: VideoFacts,
  { path, workDir, signal, isBrought }: NewClip,
): Promise<Stills | null> {
  const { widthPx, heightPx, durationSeconds } = facts;
  const outDir = join(workDir, "stills");
  await mkdir(outDir, { recursive: true });
  try {
    return await deriveStills({ videoPath: path, widthPx, heightPx, durationSeconds, outDir, signal });
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof LimitedChildError)) throw error;
    if (isBrought) throw new MediaError("undecodable", "The video cannot be decoded.", { cause: error });
    log.warn({ err: error, failure: error.kind }, "no stills could be made of a clip");
    return null;
  }
}

async function publishFile(blobs: BlobStore, path: string, extension: string): Promise<string> {
  return blobs.publish({ path, sha256: await fileSha256(path), extension });
}
