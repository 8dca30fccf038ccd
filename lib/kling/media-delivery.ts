import { segmentsOf } from "./field-path.ts";
import type { MediaField } from "./requests/media-field.ts";
import type { RequestMedia } from "./requests/request-media.ts";
import type { TaskKind } from "./task-kinds.ts";
import type { Base64Limits } from "./upstreams.ts";

/** What is known of a file that a request names. */
export type DeliveredFile = {
  readonly bytes: number;
  /** The id under which this very upstream made and knows it; null for a file of any other origin. */
  readonly upstreamId: string | null;
};

export type DeliveryFacts = {
  /** Whether an upstream can fetch from the studio. */
  readonly isStudioPublic: boolean;
  readonly base64: Base64Limits;
};

/**
 * How a file reaches an upstream: under the id that it has there, at a signed address of the studio, or in the body itself.
 * `field` is the name of the field that takes it; it differs from the request's where another form is needed.
 */
export type Delivery =
  | { readonly ok: true; readonly way: "upstream_id" | "address" | "base64"; readonly field: string }
  | { readonly ok: false; readonly problem: DeliveryProblem };

/**
 * `made_elsewhere`: only an own result is taken here, and this one is of another upstream. `needs_address`: it must be fetched,
 * and the studio cannot be reached from outside. `too_large`: the same, and it is too large for the body.
 */
export type DeliveryProblem = "made_elsewhere" | "needs_address" | "too_large";

/** Fields that take the file itself where a request names a result, or its bytes where it names an address (§3.7–§3.12, §4.4). */
const FILE_FIELDS: Readonly<Partial<Record<TaskKind, Readonly<Record<string, string>>>>> = {
  "lip-sync": { video_id: "video_url", audio_url: "audio_file" },
  "identify-face": { video_id: "video_url" },
  "advanced-lip-sync": { audio_id: "sound_file" },
  avatar: { audio_id: "sound_file" },
  "init-selection": { video_id: "video_url" },
  "video-to-audio": { video_id: "video_url" },
  "custom-voices": { video_id: "voice_url" },
};

type Delivering = {
  readonly kind: TaskKind;
  readonly media: RequestMedia;
  readonly file: DeliveredFile;
  readonly facts: DeliveryFacts;
};

/** Decides for one file of a request; the same at the order and when it is sent. */
export function deliveryOf({ kind, media, file, facts }: Delivering): Delivery {
  const { type } = media.field;
  const name = String(segmentsOf(media.path).at(-1));
  const other = FILE_FIELDS[kind]?.[name];
  if (type === "output" && file.upstreamId !== null) return { ok: true, way: "upstream_id", field: name };
  if (type === "output" && other === undefined) return { ok: false, problem: "made_elsewhere" };
  const field = type === "output" ? (other ?? name) : name;
  if (facts.isStudioPublic && field !== "audio_file") return { ok: true, way: "address", field };
  const carrier = field === "audio_url" ? (other ?? field) : field;
  const maxBytes = maxBase64Bytes(carrier, type, facts.base64);
  if (maxBytes === null) return { ok: false, problem: "needs_address" };
  return file.bytes > maxBytes
    ? { ok: false, problem: "too_large" }
    : { ok: true, way: "base64", field: carrier };
}

/** Pictures may travel in the body (§1.8), and sounds in the two fields that are for files (§3.7, §3.8, §3.9); nothing else. */
function maxBase64Bytes(field: string, type: MediaField["type"], base64: Base64Limits): number | null {
  if (type === "image" || type === "mask") return base64.image;
  return field === "audio_file" || field === "sound_file" ? base64.audio : null;
}
