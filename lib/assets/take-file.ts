import type { Asset } from "#lib/contract/assets.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import { readImageHeader } from "#lib/media/image-header.ts";
import { headOf, sniffFile } from "#lib/media/sniff-file.ts";
import type { SniffedType } from "#lib/media/sniff-type.ts";
import { AppError } from "#lib/shared/errors.ts";
import { refusalOf } from "./media-refusal.ts";
import { wordsOf } from "./refusal-words.ts";
import type { DeclaredType } from "./resumable/declared-type.ts";
import { takeMedia } from "./take-media.ts";
import { takePicture } from "./take-picture.ts";

type NewFile = {
  readonly caller: Principal;
  /** A file in `workDir`; both are the caller's to remove. */
  readonly path: string;
  readonly workDir: string;
  readonly name: string;
  readonly signal: AbortSignal;
};

/**
 * Takes a file into the library as what it was declared to be, if its content agrees.
 * @throws AppError unsupported_media_type or unprocessable with `details.reason`
 */
export async function takeFile(file: NewFile, declared: DeclaredType): Promise<Asset> {
  const sniffed = await sniffFile(file.path);
  if (sniffed === null) throw unknownContent(declared, await headOf(file.path, HEADER_BYTES));
  if (!agrees(sniffed, declared)) {
    throw new AppError("unsupported_media_type", wordsOf("mismatch").en, { details: { reason: "mismatch" } });
  }
  if (declared.family === "image") return takePicture({ ...file, origin: "upload" });
  return takeMedia({ ...file, type: declared.family });
}

function agrees(sniffed: SniffedType, { mime, family }: DeclaredType): boolean {
  if (sniffed === "iso") return family === "video" || mime === "audio/mp4";
  return sniffed === mime;
}

const HEADER_BYTES = 4_096;

/** The header of a picture knows kinds that are not taken by their names. */
function unknownContent({ family }: DeclaredType, head: Buffer): AppError {
  if (family === "video") return refusalOf("not_a_video", "This is not a readable MP4 or MOV file.");
  if (family === "audio") return refusalOf("not_audio", "This is not a readable MP3, WAV, M4A or AAC file.");
  const header = readImageHeader(head);
  return header.ok
    ? refusalOf("not_an_image", "This is neither a JPEG nor a PNG file.")
    : refusalOf(header.refusal, header.message);
}
