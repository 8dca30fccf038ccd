import type { KnownBusinessCode } from "#lib/kling/codes.ts";
import type { SimOperation } from "./truth-log.ts";

/** What can go wrong with one call at the upstream itself; what the network does to it is the proxy's. */
export type Fault =
  /** Refused before anything was done. `consumesId`: the external id counts as used from then on, without a task. */
  | {
      readonly type: "refuse";
      readonly code: KnownBusinessCode;
      readonly consumesId?: boolean;
      readonly message?: string;
    }
  /** A bare HTTP answer of some machine in front, before or after the call was carried out. */
  | { readonly type: "gateway"; readonly status: 500 | 502 | 503 | 504; readonly carriedOut: boolean }
  /** The answer is lost: the request never arrived, before its first byte, after its head, in its middle, or it never comes. */
  | { readonly type: "lose"; readonly at: "request" | "status" | "headers" | "body" | "never" }
  /** One byte of the answer every so often. */
  | { readonly type: "trickle"; readonly everyMs: number }
  /** A replica that lags: it does not know the task yet. */
  | { readonly type: "lag" }
  | FileFault;

/** What can be wrong with a finished file. */
export type FileFault =
  /** Ends after this share of the bytes. */
  | { readonly type: "cut"; readonly share: number }
  /** Announces this many bytes more than there are, and ends. */
  | { readonly type: "wrong_length"; readonly more: number }
  /** A page of some gateway with status 200. */
  | { readonly type: "html" }
  /** Bytes of the right number that are no clip. */
  | { readonly type: "garbage" }
  | { readonly type: "status"; readonly status: 403 | 404 | 500 }
  | { readonly type: "redirect"; readonly to: string }
  /** Answers 200 with the whole file to whoever asked for a part of it. */
  | { readonly type: "no_ranges" };

/** One call, as a fault script sees it. */
export type Call = {
  /** Counts all calls from 1. */
  readonly n: number;
  /** Counts the calls of this operation about this id from 1. */
  readonly nth: number;
  readonly operation: SimOperation;
  readonly account: string;
  readonly id: string | null;
};

/** Pure: the same call gets the same fault, so a run can be played again. */
export type FaultScript = (call: Call) => Fault | null;

export const NO_FAULTS: FaultScript = () => null;

/** What a fault is called in the truth log. */
export function nameOfFault(fault: Fault): string {
  switch (fault.type) {
    case "refuse":
      return `refuse ${fault.code}`;
    case "gateway":
      return `gateway ${fault.status}${fault.carriedOut ? " after" : ""}`;
    case "lose":
      return `lose ${fault.at}`;
    case "cut":
      return `cut ${fault.share}`;
    case "status":
      return `status ${fault.status}`;
    case "trickle":
    case "lag":
    case "wrong_length":
    case "html":
    case "garbage":
    case "redirect":
    case "no_ranges":
      return fault.type;
  }
}

/** Whether the call is carried out although its caller may never learn of it. */
export function isCarriedOut(fault: Fault | null): boolean {
  if (fault === null) return true;
  if (fault.type === "refuse") return false;
  if (fault.type === "gateway") return fault.carriedOut;
  return !(fault.type === "lose" && fault.at === "request");
}
