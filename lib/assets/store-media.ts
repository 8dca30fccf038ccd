import type { Principal } from "#lib/contract/permissions.ts";
import { mediaForm } from "#lib/kling/media.ts";
import { MEDIA_LIMITS, type MediaLimits } from "#lib/kling/media-limits.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { mediaOf, type RequestMedia, replaceMedia } from "#lib/kling/requests/request-media.ts";
import { fetchOutside } from "#lib/net/fetch-outside.ts";
import { AppError } from "#lib/shared/errors.ts";
import { uploadAsset } from "./upload-asset.ts";
import { uploadMedia } from "./upload-media.ts";

const MAX_REDIRECTS = 3;

/** Where upstream states no size. Ours. */
const DEFAULT_MAX_BYTES = 200 * 1024 * 1024;

/** Each picture is decoded in a process of its own: seven masks one by one would keep a person waiting. */
const AT_ONCE = 3;

type StoreMedia = {
  readonly caller: Principal;
  readonly signal: AbortSignal;
  /** What to leave as it is, for others to judge. Nothing unless told. */
  readonly leaves?: "url";
};

/**
 * The same request with every file as an asset of the team: base64 is decoded, addresses are fetched through the one outbound door,
 * and both pass the same checks as an upload in the studio. A file that came before is not stored twice.
 * @throws AppError as `uploadAsset`, `uploadMedia` and `fetchOutside` do, with `details.path` of the field
 */
export async function storeMedia(request: TaskRequest, options: StoreMedia): Promise<TaskRequest> {
  const stored = new Map<string, string>();
  const given = mediaOf(request).filter(({ reference, field }) => {
    const form = mediaForm(reference);
    return field.type !== "output" && form !== "asset" && form !== options.leaves;
  });
  for (let first = 0; first < given.length; first += AT_ONCE) {
    const next = given.slice(first, first + AT_ONCE);
    await Promise.all(next.map(async (media) => stored.set(media.path, await storeOne(media, options))));
  }
  return stored.size === 0 ? request : replaceMedia(request, stored);
}

async function storeOne(media: RequestMedia, { caller, signal }: StoreMedia): Promise<string> {
  const { path, reference, field } = media;
  const limits: MediaLimits = MEDIA_LIMITS[field.limit];
  try {
    const isUrl = mediaForm(reference) === "url";
    const bytes = isUrl
      ? await fetchOutside(reference, {
          maxBytes: limits.maxBytes ?? DEFAULT_MAX_BYTES,
          maxRedirects: MAX_REDIRECTS,
          signal,
        })
      : Buffer.from(reference, "base64");
    const name = isUrl ? fileNameOf(reference) : field.type;
    const origin = field.type === "mask" ? "mask" : "upload";
    if (limits.type === "image") return (await uploadAsset({ caller, bytes, name, origin })).id;
    const type = limits.type === "video" ? "video" : acceptsVideo(limits) ? "either" : "audio";
    return (await uploadMedia({ caller, bytes, name, type, signal })).id;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message, retryable, details } = error;
    throw new AppError(code, message, { cause: error, retryable, details: { ...details, path } });
  }
}

function acceptsVideo({ mimeTypes }: MediaLimits): boolean {
  return mimeTypes.some((mime) => mime.startsWith("video/"));
}

function fileNameOf(url: string): string {
  const last = new URL(url).pathname.split("/").at(-1) ?? "";
  return last === "" ? "file" : last.slice(0, 200);
}
