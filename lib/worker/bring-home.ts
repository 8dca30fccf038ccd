import { rm } from "node:fs/promises";
import { type StoredFile, storeOutput } from "#lib/assets/store-output.ts";
import type { OutputLabel } from "#lib/kling/output-labels.ts";
import { MediaError, type MediaFailure } from "#lib/media/media-error.ts";
import type { Provider, ProviderOutput } from "#lib/providers/provider.ts";
import { AppError } from "#lib/shared/errors.ts";
import type { LeasedTask } from "#lib/tasks/leased-task.ts";
import { forgetPart, keepPart } from "./download-part.ts";
import { type FetchedOutput, fetchOutput } from "./fetch-output.ts";
import { renewLink } from "./renew-link.ts";
import type { StepContext } from "./step-context.ts";

export type OutputRow = LeasedTask["outputs"][number];

/** Bytes came, and they are not what they should be. */
const BAD_FILES: readonly MediaFailure[] = [
  "not_a_video",
  "not_audio",
  "not_an_image",
  "convert",
  "animated",
  "damaged",
];

/** Room that must be free before a download of unknown size is begun, in bytes. */
const ROOM_BYTES = 256 * 1024 * 1024;

type Bringing = { readonly output: OutputRow; readonly context: StepContext };

/**
 * Downloads one output and takes it into the store. A link that died is asked for anew once: links may live shorter than
 * what they lead to.
 */
export async function bringHome(provider: Provider, { output, context }: Bringing): Promise<StoredFile> {
  const { lease, deps } = context;
  const { blobs } = deps;
  await blobs.requireRoom(ROOM_BYTES);
  const workDir = await blobs.workDir();
  const place = { outputId: output.id, blobs };
  const signal = AbortSignal.any([lease.signal, deps.stopping]);
  const fetch = (link: ProviderOutput) => fetchOutput(provider, { output: link, ...place, workDir, signal });
  try {
    const fetched = await fetch(linkOf(output)).catch(async (error: unknown) => {
      if (!isGone(error)) throw error;
      return fetch(await renewLink(provider, { output, context, cause: error }));
    });
    const store = { ...fetched, workDir, blobs, signal };
    const stored = await storeOutput(store, linkOf(output).label).catch(async (error: unknown) => {
      if (!isBadFile(error)) await keepWhole(place, fetched);
      throw error;
    });
    await forgetPart(place);
    return stored;
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

export function isGone(error: unknown): boolean {
  return error instanceof AppError && error.code === "not_found";
}

export function isBadFile(error: unknown): boolean {
  return error instanceof MediaError && BAD_FILES.includes(error.kind);
}

function linkOf({ upstreamId: id, upstreamUrl: url, ...row }: OutputRow): ProviderOutput {
  const label = row.label as OutputLabel; // written from a provider's answer of this type
  return { id, url, label, durationSeconds: row.durationSeconds, dies: row.upstreamDies };
}

/** The download is done; that the store or a decoder failed us is no reason to make it again. */
async function keepWhole(place: Parameters<typeof keepPart>[0], { path, bytes, sha256 }: FetchedOutput) {
  const part = { path, bytes, sha256, wholeBytes: bytes, tag: null };
  await keepPart(place, part).catch(() => undefined); // the store took the file away before it failed
}
