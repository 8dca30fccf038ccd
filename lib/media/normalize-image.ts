import { stat } from "node:fs/promises";
import { join } from "node:path";
import { isRecord } from "./child-messages.ts";
import { fileSha256 } from "./file-sha256.ts";
import type { ImageRefusal } from "./image-facts.ts";
import { runLimitedChild } from "./limited-child.ts";
import type { ChildLimits } from "./limited-child-command.ts";
import { LimitedChildError } from "./limited-child-error.ts";
import { MediaError } from "./media-error.ts";

export type NormalizedImage = {
  /** Same kind as the upload (JPEG or PNG), upright, sRGB, without any metadata. */
  imagePath: string;
  /** WebP, at most 512 px on the longer side. */
  thumbnailPath: string;
  mime: "image/jpeg" | "image/png";
  widthPx: number;
  heightPx: number;
  bytes: number;
  /** Lowercase hex, of the image file as found on disk. */
  sha256: string;
};

/** What the child is told: three absolute paths. */
export type NormalizeImageJob = { inputPath: string; imagePath: string; thumbnailPath: string };

type NormalizeOptions = {
  inputPath: string;
  /** An existing directory of the caller's; the files stay the caller's to move or remove. */
  outDir: string;
  signal?: AbortSignal;
  /** For tests of the limits themselves. */
  limits?: Partial<ChildLimits>;
};

const LIMITS: ChildLimits = {
  wallClockMs: 60_000,
  cpuSeconds: 60,
  memoryBytes: 1.5 * 1024 ** 3,
  fileBytes: 300 * 1024 ** 2,
};

/**
 * Makes an upload safe to keep and to show: decoded and written anew in a limited child, so that appended bytes, places,
 * serial numbers and embedded previews are gone.
 * @throws MediaError
 */
export async function normalizeImage(options: NormalizeOptions): Promise<NormalizedImage> {
  const job: NormalizeImageJob = {
    inputPath: options.inputPath,
    imagePath: join(options.outDir, "image"),
    thumbnailPath: join(options.outDir, "thumbnail.webp"),
  };
  const facts = readFacts(await normalizeInChild(job, options));
  const [{ size: bytes }, sha256] = await Promise.all([stat(job.imagePath), fileSha256(job.imagePath)]);
  return { imagePath: job.imagePath, thumbnailPath: job.thumbnailPath, ...facts, bytes, sha256 };
}

async function normalizeInChild(
  job: NormalizeImageJob,
  { signal, limits }: NormalizeOptions,
): Promise<unknown> {
  try {
    const script = "lib/media/normalize-image-child.ts";
    return await runLimitedChild({ script, input: job, limits: { ...LIMITS, ...limits }, signal });
  } catch (error) {
    throw error instanceof LimitedChildError ? asMediaError(error) : error;
  }
}

function asMediaError(error: LimitedChildError): MediaError {
  const options = { cause: error };
  switch (error.kind) {
    case "refused":
      return new MediaError(asRefusal(error.refusal), error.message, options);
    case "timeout":
    case "memory":
      return new MediaError("too_hard", "Decoding this picture takes more than a picture may take.", options);
    case "aborted":
      return new MediaError("aborted", error.message, options);
    case "crash":
      return new MediaError("unavailable", "The picture could not be processed.", options);
  }
}

const REFUSALS: readonly (ImageRefusal | "undecodable")[] = [
  "not_an_image",
  "convert",
  "animated",
  "too_many_pixels",
  "damaged",
  "undecodable",
];

function asRefusal(word: string | undefined): ImageRefusal | "undecodable" {
  return REFUSALS.find((refusal) => refusal === word) ?? "undecodable";
}

function readFacts(answer: unknown): Pick<NormalizedImage, "mime" | "widthPx" | "heightPx"> {
  if (isRecord(answer)) {
    const { mime, widthPx, heightPx } = answer;
    const isKnown = mime === "image/jpeg" || mime === "image/png";
    if (isKnown && typeof widthPx === "number" && typeof heightPx === "number")
      return { mime, widthPx, heightPx };
  }
  throw new MediaError("unavailable", "The picture's child gave no sensible answer.");
}
