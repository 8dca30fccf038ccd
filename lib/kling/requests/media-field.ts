import { z } from "zod";
import { isMediaReference } from "../media.ts";
import { MEDIA_LIMITS, type MediaLimit } from "../media-limits.ts";

/** What stands in a field that names a file. */
export type MediaField = {
  /** `mask` is a picture of which only the painted part counts; `output` is the id of an earlier result. */
  readonly type: "image" | "mask" | "video" | "audio" | "output";
  readonly limit: MediaLimit;
};

/** Which schemas stand for files: how decoding, storing and checking find them in any request. */
export const mediaFields = z.registry<MediaField>();

/** A field that holds a file: an asset id, an http(s) URL or raw base64. */
export function mediaField(type: Exclude<MediaField["type"], "output">, limit: MediaLimit) {
  return z
    .string()
    .refine(isMediaReference, { error: "must be an asset id, an http(s) URL or raw base64" })
    .meta({
      description: `${type}: an http(s) URL, base64, or the id of a file of the team (${MEDIA_LIMITS[limit].source})`,
    })
    .register(mediaFields, { type, limit });
}

/** Ours; upstream's own ids have 18 digits. */
const MAX_OUTPUT_ID_CHARACTERS = 256;

/** A field that holds the id of an earlier result (`video_id`, `audio_id`). */
export function outputField(limit: MediaLimit) {
  return z
    .string()
    .min(1)
    .max(MAX_OUTPUT_ID_CHARACTERS)
    .meta({ description: `id of an earlier result (${MEDIA_LIMITS[limit].source})` })
    .register(mediaFields, { type: "output", limit });
}
