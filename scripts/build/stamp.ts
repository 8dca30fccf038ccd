import { readFile, rm, writeFile } from "node:fs/promises";

/**
 * Runs `work` unless the stamp file says that it was done for exactly this fingerprint. The stamp is removed first and
 * written last, so that work that was killed half way is done again.
 */
export async function unlessDone(
  { stampFile, fingerprint }: { stampFile: string; fingerprint: string },
  work: () => Promise<void>,
): Promise<"done" | "was done"> {
  if ((await readFile(stampFile, "utf8").catch(() => null)) === fingerprint) return "was done";
  await rm(stampFile, { force: true });
  await work();
  await writeFile(stampFile, fingerprint);
  return "done";
}
