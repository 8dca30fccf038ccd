import path from "node:path";
import { systemDb } from "#lib/db/client.ts";
import { probeVideo } from "#lib/media/probe-video.ts";
import { blobs } from "#lib/storage/blobs.ts";
import { clipOf, sha256Of } from "../sim/clip-file.ts";
import type { Evidence } from "./evidence.ts";
import type { Finding } from "./verdict.ts";

/** I4: what is said to be stored is there, is what the simulator made, and plays. */
export async function storedFilesAreWhole({ tasks }: Evidence, mediaDir: string): Promise<Finding> {
  const stored = tasks.filter(({ status }) => status === "succeeded");
  const violations: string[] = [];
  for (const { id, upstreamTaskId, outputs } of stored) {
    if (outputs.length !== 1) violations.push(`${id} has ${outputs.length} outputs`);
    for (const { asset } of outputs) {
      if (asset === null) {
        violations.push(`${id} succeeded without its clip`);
        continue;
      }
      const made = sha256Of(clipOf(upstreamTaskId ?? ""));
      if (asset.sha256 !== made) violations.push(`${id} has another clip than was made`);
      if ((await blobs.size(asset.storageKey)) !== Number(asset.bytes)) violations.push(`${id}: wrong size`);
      else if ((await blobs.hash(asset.storageKey)) !== asset.sha256) violations.push(`${id}: wrong bytes`);
      else
        await probeVideo(path.join(mediaDir, asset.storageKey)).catch(() =>
          violations.push(`${id}: does not play`),
        );
    }
  }
  return { id: "I4", checked: stored.length, violations };
}

/** A clip, its still and its preview: what an archiving that was killed may leave, twice at a time. Nobody collects it yet. */
const LEFT_PER_KILL = 6;

/** I9: no file that no row knows, but for what the killed left: a preview that is made again is another file. */
export async function everyFileHasARow({ kills }: { readonly kills: number }): Promise<Finding> {
  const assets = await systemDb.asset.findMany({
    select: { storageKey: true, posterKey: true, previewKey: true },
  });
  const known = new Set(
    assets.flatMap(({ storageKey, posterKey, previewKey }) => [storageKey, posterKey, previewKey]),
  );
  const keys: string[] = [];
  for await (const { key } of blobs.list()) keys.push(key);
  const strays = keys.filter((key) => !known.has(key)).map((key) => `${key} belongs to no row`);
  return { id: "I9", checked: keys.length, violations: strays.length <= kills * LEFT_PER_KILL ? [] : strays };
}
