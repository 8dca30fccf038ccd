import type { Asset } from "#lib/contract/assets.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import { db } from "#lib/db/client.ts";
import { fileSha256 } from "#lib/media/file-sha256.ts";
import { probeAudio } from "#lib/media/probe-audio.ts";
import { sniffFile } from "#lib/media/sniff-file.ts";
import { stripMetadata } from "#lib/media/strip-metadata.ts";
import { blobs } from "#lib/storage/blobs.ts";
import { assetViewOf } from "./asset-view.ts";
import { keepAsset } from "./keep-asset.ts";
import { explain } from "./media-refusal.ts";
import { type NewClip, storeClip } from "./store-clip.ts";
import { type StoredFile, storeSound } from "./store-output.ts";

/** `either`: a sound, or a film of which the sound is meant. */
export type MediaType = "video" | "audio" | "either";

type Media = {
  readonly caller: Principal;
  /** A file in `workDir`; both are the caller's to remove. */
  readonly path: string;
  readonly workDir: string;
  readonly name: string;
  readonly type: MediaType;
  readonly signal: AbortSignal;
};

/** The copy, its stills and its preview. */
export const MEDIA_ROOM_FACTOR = 3;

/**
 * Takes a video or a sound in: rid of what tells where and with what it was made, probed by a memory-safe parser, stored under its content's name; a video's stills are made
 * in a child process. The same file again gives the row that the team has.
 * @throws AppError unsupported_media_type or unprocessable with `details.reason`
 */
export async function takeMedia({ caller, path, workDir, name, type, signal }: Media): Promise<Asset> {
  if ((await sniffFile(path)) === "iso") await stripMetadata(path).catch(explain);
  const file = { path, sha256: await fileSha256(path), workDir, blobs, signal, isBrought: true };
  const facts = await STORE[type](file).catch(explain);
  const { teamId, userId: createdById } = caller;
  const row = await db.$transaction((tx) =>
    keepAsset(tx, { ...facts, teamId, createdById, origin: "upload", name }),
  );
  return assetViewOf(row);
}

const STORE: Readonly<Record<MediaType, (file: NewClip) => Promise<StoredFile>>> = {
  video: storeClip,
  audio: storeSound,
  either: storeEither,
};

async function storeEither(file: NewClip): Promise<StoredFile> {
  const isSound = await probeAudio(file.path).then(
    () => true,
    () => false,
  );
  return isSound ? storeSound(file) : storeClip(file);
}
