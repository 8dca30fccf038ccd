import { readFile } from "node:fs/promises";
import type { OutputLabel } from "#lib/kling/output-labels.ts";
import { fileSha256 } from "#lib/media/file-sha256.ts";
import { readImageHeader } from "#lib/media/image-header.ts";
import { MediaError } from "#lib/media/media-error.ts";
import { normalizeImage } from "#lib/media/normalize-image.ts";
import { probeAudio } from "#lib/media/probe-audio.ts";
import type { NewAsset } from "./keep-asset.ts";
import { type NewClip, storeClip } from "./store-clip.ts";

/** A file of a task that is safely in the store, as its row will tell it. */
export type StoredFile = Omit<NewAsset, "teamId" | "createdById" | "origin" | "name">;

/**
 * Takes a downloaded output in: judged by its content and not by what anybody claims, with a still where there is one;
 * everything is published and read back before this returns.
 * @throws MediaError when it is not what its label says
 */
export function storeOutput(file: NewClip, label: OutputLabel): Promise<StoredFile> {
  switch (label) {
    case "video":
    case "normalized_video":
      return storeClip(file);
    case "audio_mp3":
    case "audio_wav":
    case "voice_trial":
      return storeSound(file);
    case "image":
    case "series_image":
    case "face":
    case "object_seg":
    case "head_seg":
    case "face_seg":
    case "cloth_seg":
    case "view_1":
    case "view_2":
    case "view_3":
      return storePicture(file);
  }
}

/** A sound is stored as it came; it has no still. */
export async function storeSound({ path, sha256, blobs }: NewClip): Promise<StoredFile> {
  const { mime, extension, durationSeconds, bytes } = await probeAudio(path);
  const storageKey = await blobs.publish({ path, sha256, extension });
  return { sha256, storageKey, mime, bytes, durationSeconds, hasSound: true };
}

/** A picture is stored as it came; decoding it, in a child process, proves it and gives the thumbnail. */
async function storePicture({ path, sha256, workDir, blobs }: NewClip): Promise<StoredFile> {
  // Publishing takes the file away, so its size is looked at first.
  const file = await readFile(path);
  const header = readImageHeader(file);
  if (!header.ok) throw new MediaError(header.refusal, header.message);
  const { thumbnailPath, widthPx, heightPx } = await normalizeImage({ inputPath: path, outDir: workDir });
  const posterSha256 = await fileSha256(thumbnailPath);
  const posterKey = await blobs.publish({ path: thumbnailPath, sha256: posterSha256, extension: "webp" });
  const extension = header.mime === "image/png" ? "png" : "jpg";
  const storageKey = await blobs.publish({ path, sha256, extension });
  return { sha256, storageKey, mime: header.mime, bytes: file.byteLength, widthPx, heightPx, posterKey };
}
