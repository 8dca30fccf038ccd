import { findBusinessCode } from "#lib/kling/codes.ts";
import type { HttpUpstream } from "#lib/kling/upstreams.ts";
import type { ConnectionCheck } from "#lib/providers/provider.ts";
import { costsCall } from "./account-calls.ts";
import type { DialectClient } from "./dialect-client.ts";
import { isNotFound } from "./find-tasks.ts";
import { type Call, codeOf, type Sent } from "./sent.ts";
import type { Transport } from "./transport.ts";

type Checking = {
  readonly upstream: HttpUpstream;
  readonly client: DialectClient;
  readonly transport: Transport;
  readonly nowMs: () => number;
  readonly signal: AbortSignal;
};

/** Nobody has a task of this id: to be told so costs nothing. */
const NOBODYS_ID = "framewright-connection-test";

/**
 * One free call, and what it proved. An account that tells its resource packs knows the credential. Elsewhere a task is asked for
 * that does not exist: whoever answers in Kling's words that it does not has let us in.
 */
export async function checkConnection(checking: Checking): Promise<ConnectionCheck> {
  const { transport, nowMs, signal } = checking;
  const startedAt = nowMs();
  const sent = await transport({ ...callOf(checking), signal }).catch(
    (): Sent => ({ type: "timeout", message: "the test was stopped" }),
  );
  return { ...verdictOn(sent, checking), latencyMs: Math.max(0, nowMs() - startedAt) };
}

function callOf({ upstream, client, nowMs }: Checking): Omit<Call, "signal"> {
  if (upstream.tellsPacks === true) return costsCall(nowMs());
  const path = client.taskPath("text2video", NOBODYS_ID);
  if (path === null) throw new Error(`${upstream.dialect} cannot ask for a task`);
  return { operation: "check", method: "GET", path };
}

type Verdict = Omit<ConnectionCheck, "latencyMs">;

function verdictOn(sent: Sent, { upstream, client }: Checking): Verdict {
  if (sent.type !== "answered") return { ok: false, proved: "nothing", code: null, message: sent.message };
  const { status, body } = sent;
  const code = codeOf(body) ?? null;
  const message = messageOf(sent);
  const isRefused = status === 401 || status === 403 || (code !== null && isAboutUs(code));
  if (isRefused) return { ok: false, proved: "reached", code: code ?? status, message };
  if (body === undefined || status >= 500)
    return { ok: false, proved: "reached", code: code ?? status, message };
  if (upstream.tellsPacks === true)
    return code === 0
      ? { ok: true, proved: "authorized", code: null, message: "" }
      : { ok: false, proved: "reached", code: code ?? status, message };
  const answer = client.readTask(body, "text2video");
  if (answer.ok || (answer.code === 1201 && isNotFound(sent, answer)))
    return { ok: true, proved: "authorized", code: null, message: "" };
  return isNotFound(sent, answer)
    ? { ok: true, proved: "reached", code: null, message }
    : { ok: false, proved: "reached", code: code ?? status, message };
}

/** Codes about the credential or the account, not about the question. */
function isAboutUs(code: number): boolean {
  const found = findBusinessCode(code)?.class;
  return found === "auth" || found === "account" || code === 1304;
}

function messageOf({ status, body }: Extract<Sent, { type: "answered" }>): string {
  const code = codeOf(body);
  const known = code === undefined ? undefined : findBusinessCode(code);
  if (known !== undefined && code !== 0) return known.message;
  return body === undefined ? `HTTP ${status}, and no JSON` : `HTTP ${status}`;
}
