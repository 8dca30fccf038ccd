import { findBusinessCode } from "#lib/kling/codes.ts";
import type { UpstreamRefusal } from "#lib/kling/dialects/native-envelope.ts";
import { isJsonObject } from "#lib/kling/dialects/unknown-values.ts";
import type { SubmitOutcome } from "#lib/providers/provider.ts";
import type { Sent } from "./sent.ts";

type NotAccepted = Exclude<SubmitOutcome, { kind: "accepted" }>;
type Answered = Extract<Sent, { type: "answered" }>;

/** Longest text of an upstream that is passed on, in characters. */
const MAX_MESSAGE_CHARACTERS = 500;
/** "Temporarily unavailable": for an upstream that was not reached at all. */
const UNAVAILABLE = 5001;

/** A create that got no answer: only when it was certainly not sent does that prove anything. */
export function outcomeWithoutAnswer({ type, message }: Exclude<Sent, Answered>): NotAccepted {
  if (type === "unreachable") return { kind: "refused", code: UNAVAILABLE, message, retryable: true };
  return { kind: "doubtful", message };
}

/**
 * A create that was answered, but not with a task. It opened nothing when the answer is a refusal by its code, or by its HTTP status
 * where it has no code that is known. An internal error may have come after the task was opened, and an answer that is not
 * understood says nothing at all.
 */
export function outcomeOfRefusal(
  { status, body }: Answered,
  { code, message }: UpstreamRefusal,
): NotAccepted {
  const known = code === undefined ? undefined : findBusinessCode(code);
  const told = message.slice(0, MAX_MESSAGE_CHARACTERS) || known?.message || `HTTP ${status}`;
  if (known !== undefined && known.class !== "ok") {
    if (known.class === "internal") return { kind: "doubtful", message: told };
    return { kind: "refused", code: known.code, message: told, retryable: known.retryable };
  }
  if (!isRefusal(status)) return { kind: "doubtful", message: `HTTP ${status}: ${told}` };
  const read = isOutOfQuota(body) ? OUT_OF_QUOTA : (CODES[status] ?? 1200);
  const shown = body === undefined ? `HTTP ${status}` : told;
  const retryable = findBusinessCode(read)?.retryable === true;
  return { kind: "refused", code: code || read, message: shown, retryable };
}

/** Statuses by which a server says that it did nothing: time-outs and conflicts are no such thing. */
function isRefusal(status: number): boolean {
  return status >= 300 && status <= 499 && ![408, 409, 425, 499].includes(status);
}

/** Gateways answer some refusals without Kling's envelope: the code that stands for the same status (api-reference §1.5). */
const CODES: Readonly<Record<number, number>> = {
  401: 1002,
  402: 1102,
  403: 1103,
  404: 1203,
  405: 1202,
  413: 1201,
  422: 1201,
  429: 1302,
};

const OUT_OF_QUOTA = 1102;

/** OpenAI's word for an empty account, which shares 429 with "too many requests". */
function isOutOfQuota(body: unknown): boolean {
  const error = isJsonObject(body) && isJsonObject(body.error) ? body.error : {};
  return error.type === "insufficient_quota" || error.code === "insufficient_quota";
}
