import { isJsonObject, valueAt } from "#lib/kling/dialects/unknown-values.ts";
import { segmentsOf } from "#lib/kling/field-path.ts";
import { type Delivery, type DeliveryProblem, deliveryOf } from "#lib/kling/media-delivery.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { mediaOf, type RequestMedia } from "#lib/kling/requests/request-media.ts";
import type { Base64Limits } from "#lib/kling/upstreams.ts";
import type { Submission } from "#lib/providers/provider.ts";

export type DeliveredRequest =
  | { readonly ok: true; readonly request: TaskRequest }
  | { readonly ok: false; readonly path: string; readonly problem: DeliveryProblem };

/**
 * The request as an upstream can read it: each file under the id that it has there, at a signed address, or as raw base64. The
 * order was checked for this; a file or the studio's address may have changed since.
 */
export async function deliverMedia(
  submission: Submission,
  { base64, invertMask }: Delivering,
): Promise<DeliveredRequest> {
  // Only fields that name files are exchanged, for fields of the same schema.
  const request: TaskRequest = structuredClone(submission.request);
  for (const media of mediaOf(submission.request)) {
    const delivered = await deliverOne(media, { submission, base64, invertMask });
    if (!delivered.ok) return { ok: false, path: media.path, problem: delivered.problem };
    place(request, media.path, delivered);
  }
  return { ok: true, request };
}

type Placed = { readonly ok: true; readonly field: string; readonly value: string };
type Refused = Extract<Delivery, { ok: false }>;

export type Delivering = {
  readonly base64: Base64Limits;
  /** Null where white means painted, as it does with us; otherwise masks are turned round and travel in the body. */
  readonly invertMask: ((bytes: Uint8Array, signal: AbortSignal) => Promise<Uint8Array>) | null;
};

async function deliverOne(
  media: RequestMedia,
  { submission, base64, invertMask }: Delivering & { readonly submission: Submission },
): Promise<Placed | Refused> {
  const { kind } = submission.request;
  const invert = media.field.type === "mask" ? invertMask : null;
  const address = invert === null ? submission.inputUrl(media.path) : null;
  const upstreamId = submission.upstreamIdOf(media.path);
  const facts = { isStudioPublic: address !== null, base64 };
  const decide = (bytes: number) => deliveryOf({ kind, media, file: { bytes, upstreamId }, facts });
  const delivery = decide(0);
  if (!delivery.ok) return delivery;
  const { field, way } = delivery;
  if (way === "upstream_id") return { ok: true, field, value: upstreamId ?? media.reference };
  if (way === "address" && address !== null) return { ok: true, field, value: address };
  const stored = await submission.readInput(media.path);
  const bytes = invert === null ? stored : await invert(stored, submission.signal);
  const judged = decide(bytes.byteLength);
  // No `data:` prefix: upstream refuses it (api-reference §1.5).
  return judged.ok ? { ok: true, field, value: Buffer.from(bytes).toString("base64") } : judged;
}

/** Puts a file into its field, or into the one beside it that takes its form. */
function place(request: TaskRequest, path: string, { field, value }: Placed): void {
  const segments = segmentsOf(path);
  const parent = valueAt(request, segments.slice(0, -1));
  if (!isJsonObject(parent)) throw new Error(`${path} is not in the request`);
  Reflect.deleteProperty(parent, String(segments.at(-1)));
  Object.assign(parent, { [field]: value, ...(field === "audio_file" && { audio_type: "file" }) });
}
