import { createHash } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Asset } from "#lib/contract/assets.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import { db } from "#lib/db/client.ts";
import { probeAudio } from "#lib/media/probe-audio.ts";
import { blobs } from "#lib/storage/blobs.ts";
import { assetViewOf } from "./asset-view.ts";
import { keepAsset } from "./keep-asset.ts";
import { explain } from "./media-refusal.ts";
import { type NewClip, storeClip } from "./store-clip.ts";
import { type StoredFile, storeSound } from "./store-output.ts";

type Upload = {
  readonly caller: Principal;
  readonly bytes: Uint8Array;
  readonly name: string;
  /** `either`: a sound, or a film of which the sound is meant. */
  readonly type: "video" | "audio" | "either";
  readonly signal: AbortSignal;
};

/** The copy, its stills and its preview. */
const ROOM_FACTOR = 3;

/**
 * Takes a video or a sound in: probed by a memory-safe parser, stored under its content's name; a video's stills are made
 * in a child process. The same file again gives the row that the team has.
 * @throws AppError unsupported_media_type with `details.reason`; insufficient_storage
 */
export async function uploadMedia({ caller, bytes, name, type, signal }: Upload): Promise<Asset> {
  await blobs.requireRoom(bytes.byteLength * ROOM_FACTOR);
  const workDir = await blobs.workDir();
  try {
    const path = join(workDir, "upload");
    await writeFile(path, bytes);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const file = { path, sha256, workDir, blobs, signal };
    const facts = await STORE[type](file).catch(explain);
    const { teamId, userId: createdById } = caller;
    const row = await db.$transaction((tx) =>
      keepAsset(tx, { ...facts, teamId, createdById, origin: "upload", name }),
    );
    return assetViewOf(row);
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

const STORE: Readonly<Record<Upload["type"], (file: NewClip) => Promise<StoredFile>>> = {
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
