import { isJsonObject, type JsonObject, readNumber } from "#lib/kling/dialects/unknown-values.ts";

/** What a call is for: how long it may take, and under what it is counted. */
export type CallOperation =
  | "submit"
  | "find"
  | "query"
  | "list"
  | "output"
  | "check"
  | "selection"
  | "library";

export type Call = {
  readonly operation: CallOperation;
  readonly method: "GET" | "POST";
  /** Below the connection's base URL. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: JsonObject;
  readonly signal: AbortSignal;
};

/** What came of a call. `unreachable`: it was certainly not sent. `timeout` and `broken`: it may have arrived. */
export type Sent =
  | {
      readonly type: "answered";
      readonly status: number;
      /** JSON with integers beyond 2^53 as `bigint`; undefined when the answer is none. */
      readonly body: unknown;
    }
  | { readonly type: "timeout" | "unreachable" | "broken"; readonly message: string };

/** The business code of an answer, in Kling's envelope or in the `error` object of OpenAI's. */
export function codeOf(body: unknown): number | undefined {
  if (!isJsonObject(body)) return undefined;
  return readNumber(body.code) ?? (isJsonObject(body.error) ? readNumber(body.error.code) : undefined);
}

/** How a call is counted: "ok", a business code, "http 502", "not json", "timeout", "unreachable" or "broken". */
export function outcomeOf(sent: Sent): string {
  if (sent.type !== "answered") return sent.type;
  const code = codeOf(sent.body);
  if (code !== undefined && code !== 0) return String(code);
  if (sent.status < 200 || sent.status > 299) return `http ${sent.status}`;
  return sent.body === undefined ? "not json" : "ok";
}
