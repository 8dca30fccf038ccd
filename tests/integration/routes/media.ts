import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { systemDb } from "#lib/db/client.ts";
import { newId } from "#lib/shared/ids.ts";
import { blobs } from "#lib/storage/blobs.ts";
import type { TestTeam } from "./world.ts";

let shade = 0;

/** A PNG of legal size that no other call has: equal bytes would be one asset. */
export async function onePixelRow(): Promise<Uint8Array> {
  shade += 1;
  const background = { r: shade % 256, g: Math.floor(shade / 256) % 256, b: 90 };
  const picture = sharp({ create: { width: 320, height: 320, channels: 3, background } });
  return new Uint8Array(await picture.png().toBuffer());
}

/** A picture of the team, with its bytes in the store. */
export async function makeAsset(team: TestTeam, createdById = team.ownerId): Promise<string> {
  const bytes = await onePixelRow();
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = path.join(await blobs.workDir(), "picture.png");
  await writeFile(file, bytes);
  const storageKey = await blobs.publish({ path: file, sha256, extension: "png" });
  const id = newId("asset");
  await systemDb.asset.create({
    data: {
      id,
      teamId: team.teamId,
      createdById,
      origin: "upload",
      name: `${team.canary}.png`,
      mime: "image/png",
      bytes: BigInt(bytes.byteLength),
      sha256,
      storageKey,
      widthPx: 320,
      heightPx: 320,
    },
  });
  return id;
}

/** An upload that was begun, of which nothing has arrived. */
export async function makeUpload(team: TestTeam, createdById: string): Promise<string> {
  const id = newId("upload");
  const expiresAt = new Date(Date.now() + 3_600_000);
  const file = { name: `${team.canary}.png`, mime: "image/png", length: 9 };
  await systemDb.upload.create({ data: { id, teamId: team.teamId, createdById, expiresAt, ...file } });
  return id;
}

/** One that was deleted this moment. */
export async function makeDeletedAsset(team: TestTeam, createdById: string): Promise<string> {
  const id = await makeAsset(team, createdById);
  await systemDb.asset.update({ where: { id }, data: { removedAt: new Date() } });
  return id;
}
