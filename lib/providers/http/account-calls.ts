import { openEnvelope, type UpstreamAnswer } from "#lib/kling/dialects/native-envelope.ts";
import { items, readObject } from "#lib/kling/dialects/native-read-result.ts";
import { type JsonObject, readId, readNumber, readText } from "#lib/kling/dialects/unknown-values.ts";
import { pathOf } from "#lib/kling/endpoints.ts";
import type { FrameMask, ResourcePack, SelectionAnswer, SelectionChange } from "#lib/kling/selection.ts";
import type { HttpUpstream } from "#lib/kling/upstreams.ts";
import type { Provider } from "#lib/providers/provider.ts";
import { AppError } from "#lib/shared/errors.ts";
import type { Call } from "./sent.ts";
import type { Transport } from "./transport.ts";

type AccountDeps = {
  readonly upstream: HttpUpstream;
  readonly transport: Transport;
  readonly nowMs: () => number;
};

/** Packs that were good in this span before now are told (api-reference §4.5). */
const PACKS_SINCE_MS = 30 * 24 * 60 * 60 * 1000;

/** What the native dialect has besides tasks; nothing for the others. */
export function accountCalls({
  upstream,
  transport,
  nowMs,
}: AccountDeps): Pick<Provider, "changeSelection" | "resourcePacks"> {
  if (upstream.dialect !== "native") return {};
  const changeSelection = (change: SelectionChange, signal: AbortSignal) =>
    askForSelection(change, { transport, signal });
  if (upstream.tellsPacks !== true) return { changeSelection };
  return {
    changeSelection,
    async resourcePacks(signal) {
      const answer = await ask(transport, { ...costsCall(nowMs()), signal });
      return packsIn(valueOrThrow(answer));
    },
  };
}

/** A free call that only a known credential gets an answer to. At most one in a second (§1.6). */
export function costsCall(nowMs: number): Omit<Call, "signal"> {
  const query = { start_time: String(nowMs - PACKS_SINCE_MS), end_time: String(nowMs) };
  const path = pathOf({ dialect: "native", operation: "account_costs" });
  return { operation: "check", method: "GET", path, query };
}

type Selecting = { readonly transport: Transport; readonly signal: AbortSignal };

async function askForSelection(
  change: SelectionChange,
  { transport, signal }: Selecting,
): Promise<SelectionAnswer> {
  const { operation, sessionId: session_id } = change;
  const path = pathOf({ dialect: "native", operation: `${operation}_selection` });
  const marks =
    operation === "add" || operation === "delete"
      ? { frame_index: change.frameIndex, points: change.points }
      : {};
  const body = { session_id, ...marks };
  const answer = await ask(transport, { operation: "selection", method: "POST", path, body, signal });
  if (!answer.ok && answer.code === 1201) throw new AppError("not_found", "Upstream knows no such session.");
  const data = readObject(valueOrThrow(answer));
  const mask = "frameIndex" in change ? maskIn(readObject(data.res), change.frameIndex) : undefined;
  return { session_id: readId(data.session_id) ?? session_id, ...(mask !== undefined && { mask }) };
}

async function ask(transport: Transport, call: Call): Promise<UpstreamAnswer<unknown>> {
  const sent = await transport(call);
  if (sent.type !== "answered") throw unavailable(sent.message);
  return openEnvelope(sent.body);
}

function valueOrThrow(answer: UpstreamAnswer<unknown>): unknown {
  if (answer.ok) return answer.value;
  throw unavailable(answer.message);
}

function unavailable(message: string): AppError {
  return new AppError("provider_unavailable", message, { retryable: true });
}

/** Without any entries when the last mark was taken away. */
function maskIn(res: JsonObject, frameIndex: number): FrameMask {
  const masks = items(res.rle_mask_list).map((item) => {
    const rle = readObject(item.rle_mask);
    const png = readObject(item.png_mask);
    return {
      object_id: readNumber(item.object_id) ?? 0,
      rle_mask: { size: sizeIn(rle.size), counts: readText(rle.counts) ?? "" },
      png_mask: { size: sizeIn(png.size), base64: readText(png.base64) ?? "" },
    };
  });
  return { frame_index: readNumber(res.frame_index) ?? frameIndex, rle_mask_list: masks };
}

function sizeIn(value: unknown): readonly [number, number] {
  const [first, second] = Array.isArray(value) ? value : [];
  return [readNumber(first) ?? 0, readNumber(second) ?? 0];
}

/** The envelope comes twice here (§4.5). */
function packsIn(value: unknown): readonly ResourcePack[] {
  return items(readObject(value).resource_pack_subscribe_infos).flatMap((pack) => {
    const id = readId(pack.resource_pack_id);
    if (id === undefined) return [];
    const number = (name: string) => readNumber(pack[name]) ?? 0;
    return [
      {
        resource_pack_name: readText(pack.resource_pack_name) ?? "",
        resource_pack_id: id,
        resource_pack_type: TYPES.find((type) => type === pack.resource_pack_type) ?? "decreasing_total",
        total_quantity: number("total_quantity"),
        remaining_quantity: number("remaining_quantity"),
        purchase_time: number("purchase_time"),
        effective_time: number("effective_time"),
        invalid_time: number("invalid_time"),
        status: STATUSES.find((status) => status === pack.status) ?? "online",
      },
    ];
  });
}

const TYPES = ["decreasing_total", "constant_period"] as const;
const STATUSES = ["toBeOnline", "online", "expired", "runOut"] as const;
