import { systemDb } from "#lib/db/client.ts";
import { sealCredential } from "#lib/secrets/credential.ts";
import { newId } from "#lib/shared/ids.ts";
import { createTeam } from "#tests/support/team-fixture.ts";
import type { UpstreamTask } from "./upstream-server.ts";

/** Two lengths of clips, as they usually take; logarithms of what they take are normal with this deviation. */
const MEDIANS_MS = [150_000, 300_000] as const;
const SIGMA = 0.15;
/** Past tasks of each pace and connection, to learn from. */
const PAST = 40;
const CHUNK = 1_000;

export type Account = { readonly name: string; readonly teamId: string; readonly connectionId: string };

/** A team with a connection to an account of its own at the upstream, and past tasks of two paces. */
export async function openAccount(name: string, upstreamUrl: string): Promise<Account> {
  const { teamId, connectionId } = await createTeam({ maxParallel: 1_000_000 });
  const credential = { kind: "api_key", key: `key-of-${name}` } as const;
  await systemDb.connection.update({
    where: { id: connectionId },
    data: {
      provider: "native",
      preset: "official_global",
      baseUrl: `${upstreamUrl}/${name}`,
      credentialSealed: sealCredential(credential, { id: connectionId, teamId }),
    },
  });
  const account = { name, teamId, connectionId };
  const nowMs = Date.now();
  await systemDb.task.createMany({
    data: MEDIANS_MS.flatMap((medianMs) =>
      Array.from({ length: PAST }, () => ({
        ...rowOf(account, { id: newId("task"), medianMs, submittedMs: nowMs - durationOf(medianMs) }),
        status: "succeeded",
        finishedAt: new Date(nowMs),
        nextStepAt: null,
      })),
    ),
  });
  return account;
}

type Wanted = {
  readonly count: number;
  /** Whether they are somewhere in their middle at `atMs` instead of just accepted. */
  readonly isUnderWay: boolean;
  readonly atMs: number;
};

/** Tasks that run, spread over the accounts, as rows here and as what the upstream must be told. */
export async function startTasks(
  accounts: readonly Account[],
  { count, isUnderWay, atMs: nowMs }: Wanted,
): Promise<UpstreamTask[]> {
  const started = Array.from({ length: count }, (_, index) => {
    const account = accounts[Math.floor(Math.random() * accounts.length)];
    if (account === undefined) throw new Error("there are no accounts");
    const medianMs = MEDIANS_MS[index % MEDIANS_MS.length] ?? 0;
    const durationMs = durationOf(medianMs);
    const submittedMs = nowMs - (isUnderWay ? Math.random() * durationMs : 0);
    return { account, medianMs, submittedMs, id: newId("task"), endsMs: submittedMs + durationMs };
  }).toSorted((one, other) => one.submittedMs - other.submittedMs);
  for (let at = 0; at < started.length; at += CHUNK) {
    await systemDb.task.createMany({
      data: started.slice(at, at + CHUNK).map(({ account, ...task }) => ({
        ...rowOf(account, task),
        status: isUnderWay ? "processing" : "submitted",
        nextStepAt: new Date(nowMs + (isUnderWay ? Math.random() * 5_000 : 500)),
      })),
    });
  }
  return started.map(({ account, id, submittedMs, endsMs }) => ({
    account: account.name,
    id: id.toLowerCase(),
    createdMs: Math.round(submittedMs),
    endsMs: Math.round(endsMs),
  }));
}

function durationOf(medianMs: number): number {
  const gauss = Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
  return medianMs * Math.exp(SIGMA * gauss);
}

type Row = { readonly id: string; readonly medianMs: number; readonly submittedMs: number };

function rowOf({ teamId, connectionId }: Account, { id, medianMs, submittedMs }: Row) {
  return {
    id,
    teamId,
    connectionId,
    kind: "text2video",
    modelName: "kling-v3",
    prompt: "a paper boat",
    request: { kind: "text2video", model_name: "kling-v3", prompt: "a paper boat", duration: "5" },
    pace: `perf:${medianMs}`,
    upstreamExternalId: id,
    upstreamTaskId: id.toLowerCase(),
    submittedAt: new Date(submittedMs),
  };
}
