import type { Connection as ConnectionAnswer } from "#lib/contract/connections.ts";
import type { Connection } from "#lib/db/generated/client.ts";
import { breakerState } from "#lib/tasks/breaker.ts";
import type { PauseReason } from "#lib/tasks/pause-connection.ts";
import { priceBookOf } from "#lib/tasks/price-units.ts";
import { policyOf, presetOf, providerNameOf } from "./connection-columns.ts";
import { type CallsOfMinute, healthOfCalls } from "./health.ts";

type Facts = {
  readonly calls: readonly CallsOfMinute[];
  readonly waiting: number;
  readonly running: number;
  readonly now: Date;
  /** Whoever may not manage connections is not told where and under which key they lead. */
  readonly mayManage: boolean;
};

/** A connection as its team sees it. What is sealed stays sealed: this never opens anything. */
export function connectionView(row: Connection, facts: Facts): ConnectionAnswer {
  const { waiting, running, mayManage } = facts;
  return {
    id: row.id,
    name: row.name,
    preset: presetOf(row),
    provider: providerNameOf(row),
    baseUrl: mayManage ? row.baseUrl : null,
    credentialHint: mayManage ? row.credentialHint : null,
    hasCredential: row.credentialSealed !== null,
    hasCallbackSecret: row.callbackSecretSealed !== null,
    policy: policyOf(row),
    parallel: { video: row.maxParallel, image: row.maxParallelImages, try_on: row.maxParallelTryOns },
    priceBook: priceBookOf(row),
    maskPolarity: row.maskPolarity === "black" ? "black" : "white",
    axisSemantics: row.axisSemantics === "old" ? "old" : "map",
    isDefault: row.isDefault,
    isEnabled: row.isEnabled,
    pause: pauseOf(row),
    waiting,
    running,
    health: { ...healthOfCalls(facts.calls, facts.now), ...breakerOf(row, facts.now) },
  };
}

function pauseOf({ pausedAt, pauseReason }: Connection): ConnectionAnswer["pause"] {
  if (pausedAt === null) return null;
  const reason = pauseReason as PauseReason | null; // a JSON column, written by lib/tasks/pause-connection.ts and a restore
  const at = pausedAt.toISOString();
  return reason?.by === "account"
    ? { at, by: "account", code: reason.code }
    : { at, by: reason?.by ?? "person", code: null };
}

const BREAKER_WORDS = { closed: "closed", open: "open", probe: "probing" } as const;

function breakerOf({ breakerFailures: failures, breakerOpenUntil }: Connection, now: Date) {
  const isResting = breakerOpenUntil !== null && breakerOpenUntil > now;
  const state = breakerState({ failures, isResting });
  return {
    breaker: BREAKER_WORDS[state],
    breakerOpenUntil: state === "open" && breakerOpenUntil ? breakerOpenUntil.toISOString() : null,
  };
}
