import { BUSINESS_CODES, findBusinessCode } from "#lib/kling/codes.ts";
import { stopsConnection } from "#lib/kling/stops-connection.ts";

/** What a prompt asks the sandbox to do for practice; see docs/sandbox.md. */
export type PracticeOrders = {
  /** Refuse the submission with this code, the first `times` times. */
  readonly refuse: { readonly code: number; readonly times: number } | null;
  /** Accept, then fail with these words. */
  readonly failWith: string | null;
  /** The least time that making it takes, in seconds. */
  readonly slowSeconds: number;
  /** `reply`: open the task and lose the answer. `call`: lose the call before it opens anything. Once each. */
  readonly lose: "reply" | "call" | null;
  /** Break the connection in the middle of the first download. */
  readonly cutsDownload: boolean;
};

const ORDER = /\[(fail|slow|lost|cut)(?::([a-z0-9]+))?\]/gi;

const MAX_SLOW_SECONDS = 600;
const MAX_REFUSALS = 20;

/** Failures that a real provider reports only after it accepted a task, in its words. */
const LATE_FAILURES: Readonly<Record<string, string>> = {
  risk: "Failure to pass the risk control system",
  pixel: "The image pixel is invalid",
  internal: "Service internal error, please try again",
};

/** Reads the orders in a prompt. What is not an order is just text. */
export function readOrders(prompt: string): PracticeOrders {
  let orders: PracticeOrders = {
    refuse: null,
    failWith: null,
    slowSeconds: 0,
    lose: null,
    cutsDownload: false,
  };
  for (const [, verb = "", detail = ""] of prompt.matchAll(ORDER)) {
    orders = { ...orders, ...readOrder(verb.toLowerCase(), detail.toLowerCase()) };
  }
  return orders;
}

/** The prompt as it is to be filmed. */
export function withoutOrders(prompt: string): string {
  return prompt.replaceAll(ORDER, " ").replaceAll(/\s+/g, " ").trim();
}

function readOrder(verb: string, detail: string): Partial<PracticeOrders> {
  switch (verb) {
    case "fail":
      return readFailure(detail);
    case "slow":
      return { slowSeconds: Math.min(MAX_SLOW_SECONDS, Number.parseInt(detail, 10) || 0) };
    case "lost":
      return { lose: detail === "call" ? "call" : "reply" };
    case "cut":
      return { cutsDownload: true };
    default:
      return {};
  }
}

function readFailure(detail: string): Partial<PracticeOrders> {
  const late = LATE_FAILURES[detail];
  if (late !== undefined) return { failWith: late };
  const [codeText = "", timesText] = detail.split("x");
  const code = Number(codeText);
  if (code === 0 || !BUSINESS_CODES.has(code)) return {};
  // A code that is worth retrying goes away by itself, trouble with the account once a person has looked after it; the
  // others are as final as upstream's.
  const isPassing = findBusinessCode(code)?.retryable === true || stopsConnection(code);
  const times = Math.min(MAX_REFUSALS, Number.parseInt(timesText ?? "1", 10) || 1);
  return { refuse: { code, times: isPassing ? times : Number.POSITIVE_INFINITY } };
}
