import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runLimitedChild } from "./limited-child.ts";
import type { ChildLimits } from "./limited-child-command.ts";

/** What the child is told: two absolute paths. */
export type InvertMaskJob = { readonly inputPath: string; readonly outputPath: string };

const LIMITS: ChildLimits = {
  wallClockMs: 30_000,
  cpuSeconds: 30,
  memoryBytes: 1.5 * 1024 ** 3,
  fileBytes: 300 * 1024 ** 2,
};

/**
 * The same mask for an upstream that takes black for painted: a grey PNG of the same size, decoded in a limited child.
 * @throws LimitedChildError
 */
export async function invertMask(bytes: Uint8Array, signal: AbortSignal): Promise<Uint8Array> {
  const directory = await mkdtemp(join(tmpdir(), "framewright-mask-"));
  try {
    const job: InvertMaskJob = { inputPath: join(directory, "in"), outputPath: join(directory, "out.png") };
    await writeFile(job.inputPath, bytes);
    await runLimitedChild({ script: "lib/media/invert-mask-child.ts", input: job, limits: LIMITS, signal });
    return await readFile(job.outputPath);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
