import type { ConnectionReach, ConnectionTest } from "#lib/contract/connections.ts";
import type { Connection } from "#lib/db/generated/client.ts";
import { findBusinessCode } from "#lib/kling/codes.ts";
import type { ConnectionCheck, Provider } from "#lib/providers/provider.ts";
import { AppError } from "#lib/shared/errors.ts";
import type { Localized } from "#lib/shared/localized.ts";
import { findConnectionOrThrow, type OfTeam } from "./change-connections.ts";
import { reachOf } from "./reach-of.ts";

const DEADLINE_MS = 15_000;

type Hands = {
  /** Null for a connection whose provider this version does not know. */
  readonly providerOf: (connection: Connection) => Provider | null;
  /** Aborts when whoever asked is gone. */
  readonly signal: AbortSignal;
};

/** One free call over a saved connection. @throws AppError not_found, provider_unavailable */
export async function testConnection(connection: OfTeam, hands: Hands): Promise<ConnectionTest> {
  return runCheck(await findConnectionOrThrow(connection), hands);
}

/** The same for one that is not saved; nothing of it is kept. @throws AppError invalid_request as `createConnection` does */
export function testNewConnection(
  { teamId, reach }: { readonly teamId: string; readonly reach: ConnectionReach },
  hands: Hands,
): Promise<ConnectionTest> {
  const owner = { id: UNSAVED_ID, teamId };
  return runCheck({ ...UNSAVED, ...owner, ...reachOf(reach, owner) }, hands);
}

async function runCheck(connection: Connection, { providerOf, signal }: Hands): Promise<ConnectionTest> {
  const provider = providerOf(connection);
  if (provider === null)
    throw new AppError("provider_unavailable", "This version cannot speak to such an upstream.");
  const within = AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]);
  const check = provider.check === undefined ? NOTHING_TO_PROVE : await provider.check(within);
  const { ok, latencyMs, proved, code } = check;
  return { ok, latencyMs: Math.round(latencyMs), proved, code, ...wordsOf(check) };
}

/** A provider without a check runs in our own house. */
const NOTHING_TO_PROVE: ConnectionCheck = {
  ok: true,
  latencyMs: 0,
  proved: "authorized",
  code: null,
  message: "",
};

type Words = { readonly explain: Localized; readonly remedy: Localized | null };

/** For people, by what is known of the code; upstream's own words may repeat what they were sent, so they stay here. */
function wordsOf({ ok, proved, code }: ConnectionCheck): Words {
  if (ok) return proved === "authorized" ? AUTHORIZED : REACHED;
  if (code === null) return proved === "reached" ? STRANGE : SILENT;
  const business = findBusinessCode(code);
  if (business !== undefined) return { explain: business.explain, remedy: business.remedy };
  if (code === 401 || code === 403) return REFUSED;
  return code >= 500 && code < 600 ? BROKEN : STRANGE;
}

const AUTHORIZED: Words = {
  explain: { zh: "上游应答正常，密钥有效", en: "The upstream answers and knows the credential" },
  remedy: null,
};
const REACHED: Words = {
  explain: {
    zh: "上游应答正常，密钥无法用免费调用验证",
    en: "The upstream answers; no free call can prove the credential",
  },
  remedy: null,
};
const SILENT: Words = {
  explain: { zh: "该地址没有应答", en: "Nobody answers at this address" },
  remedy: {
    zh: "请检查地址，以及本机能否访问该地址",
    en: "Check the address, and whether this machine may reach it",
  },
};
const STRANGE: Words = {
  explain: {
    zh: "该地址有应答，但不是预期的接口",
    en: "Somebody answers at this address, but not as this kind of upstream does",
  },
  remedy: { zh: "请检查地址、路径前缀和接口类型", en: "Check the address, its path prefix and the dialect" },
};
const REFUSED: Words = {
  explain: { zh: "上游不认可该密钥", en: "The upstream does not accept the credential" },
  remedy: { zh: "请检查密钥", en: "Check the credential" },
};
const BROKEN: Words = {
  explain: { zh: "上游报告自身故障", en: "The upstream reports a failure of its own" },
  remedy: { zh: "请稍后再试", en: "Try again in a while" },
};

/** One for all: what providers remember by connection does not grow with every test. */
const UNSAVED_ID = "connection_unsaved";

/** What a provider is given of a connection that has no row; only where it is and its credential matter. */
const UNSAVED: Omit<Connection, "id" | "teamId" | "provider" | "preset" | "baseUrl"> = {
  name: "",
  credentialSealed: null,
  credentialHint: null,
  callbackSecretSealed: null,
  policy: "strict",
  maxParallel: 1,
  maxParallelImages: 1,
  maxParallelTryOns: 1,
  priority: 0,
  priceBook: null,
  maskPolarity: "white",
  axisSemantics: "map",
  isDefault: false,
  isEnabled: true,
  pausedAt: null,
  pauseReason: null,
  breakerFailures: 0,
  breakerOpenUntil: null,
  duplicateRefusalSeenAt: null,
  createdAt: new Date(0),
  updatedAt: new Date(0),
  removedAt: null,
};
