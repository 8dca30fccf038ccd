import { onTestFinished } from "vitest";
import type { Credential } from "#lib/contract/credential.ts";
import { systemDb } from "#lib/db/client.ts";
import type { Dialect } from "#lib/kling/endpoints.ts";
import { findUpstream } from "#lib/kling/upstreams.ts";
import { credentialHint, sealCredential } from "#lib/secrets/credential.ts";
import { createTasks } from "#lib/tasks/create-tasks.ts";
import { createTeam, type TestTeam } from "#tests/support/team-fixture.ts";
import { until } from "#tests/support/until.ts";
import { startWorker, type TestProcess } from "#tests/support/worker-process.ts";
import type { Account } from "./checker/evidence.ts";
import { type KlingSim, type SimOptions, startKlingSim } from "./sim/kling-sim.ts";

export type Actor = TestTeam & { readonly account: Account };

type Wanted = {
  /** Where its connection believes its upstream to be: the simulator itself, or a proxy before it. */
  readonly url: string;
  readonly dialect?: Dialect;
  /** Decides what may be counted on; see lib/kling/upstreams.ts. */
  readonly preset?: string;
  readonly maxParallel?: number;
  /** An access key and a secret key, of which tokens are made that are good for a while; an API key unless told. */
  readonly hasKeyPair?: boolean;
};

/** A team whose only connection leads to the simulator, with a key and therefore an account of its own. */
export async function teamAt({
  url,
  dialect = "native",
  preset,
  maxParallel = 500,
  hasKeyPair = false,
}: Wanted): Promise<Actor> {
  const team = await createTeam({ maxParallel });
  const { connectionId: id, teamId } = team;
  const key = `key-of-${teamId.toLowerCase()}`;
  const credential: Credential = hasKeyPair
    ? { kind: "access_key_pair", accessKey: key, secretKey: `secret-${key}` }
    : { kind: "api_key", key };
  await systemDb.connection.update({
    where: { id },
    data: {
      provider: dialect,
      preset: preset ?? PRESETS[dialect],
      baseUrl: url,
      credentialSealed: sealCredential(credential, { id, teamId }),
      credentialHint: credentialHint(credential),
    },
  });
  const isClassA = dialect === "native" && findUpstream(preset ?? PRESETS.native)?.refusesDuplicates === true;
  return { ...team, account: { connectionId: id, account: hasKeyPair ? key : `Bearer ${key}`, isClassA } };
}

const PRESETS: Readonly<Record<Dialect, string>> = {
  native: "official_global",
  unified: "unified",
  generations: "generations",
};

export async function simOf(options: SimOptions = {}): Promise<KlingSim> {
  const sim = await startKlingSim(options);
  onTestFinished(sim.close);
  return sim;
}

/** A worker that may call these addresses on this machine and is gone when the test is. */
export function workerFor(
  urls: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): TestProcess {
  const worker = startWorker({
    OUTBOUND_ALLOWED_HOSTS: hostsOf(urls),
    SUBMIT_TIMEOUT_SECONDS: "2",
    ...environment,
  });
  onTestFinished(() => void worker.child.kill("SIGKILL"));
  return worker;
}

export function hostsOf(urls: readonly string[]): string {
  return urls.map((url) => new URL(url).host).join(",");
}

const CLIP = { kind: "text2video", model_name: "kling-v3", duration: "3", aspect_ratio: "1:1" } as const;

/** A prompt that the simulator lets fail, so that nothing is downloaded. */
export const FAILS = "[fail] a kite";

export async function orderClips(
  { caller }: TestTeam,
  prompts: readonly string[],
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const prompt of prompts) {
    const [task] = await createTasks({ caller, request: { ...CLIP, prompt } });
    if (task !== undefined) ids.push(task.id);
  }
  return ids;
}

/** So many prompts, of which every `successEvery`-th ends in a clip that must be brought home. */
export function prompts(count: number, successEvery: number): readonly string[] {
  return Array.from({ length: count }, (_, index) =>
    index % successEvery === 0 ? `a kite ${index}` : `${FAILS} ${index}`,
  );
}

const AT_REST = ["succeeded", "failed", "canceled", "unknown"];

/** Until nothing of these teams goes on by itself any more. The database may be away meanwhile. */
export async function untilAtRest(
  teamIds: readonly string[],
  { withinMs, workers = [] }: { withinMs: number; workers?: readonly TestProcess[] },
): Promise<void> {
  const where = { teamId: { in: [...teamIds] }, status: { notIn: AT_REST } };
  const isAtRest = async () =>
    (await systemDb.task.count({ where })) === 0 && (await activeJobs(teamIds)) === 0;
  await until(() => isAtRest().catch(() => false), { withinMs, what: "everything comes to rest" }).catch(
    async (error) => {
      const left = await systemDb.task.findMany({
        where,
        select: { id: true, status: true, stepFailures: true },
      });
      throw new Error(`${error}\n${JSON.stringify(left)}\n${workers.map((it) => it.output()).join("\n")}`);
    },
  );
}

/** A worker may still be finding out that there is nothing left to do. */
async function activeJobs(teamIds: readonly string[]): Promise<number> {
  const [row] = await systemDb.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pgboss.job JOIN "Task" ON "Task"."id" = job.data->>'taskId'
    WHERE job.state = 'active' AND "Task"."teamId" = ANY(${[...teamIds]})`;
  return row?.count ?? 0;
}

/** What else only time would do: the leases of a worker that died run out. */
export async function letLeasesRunOut(): Promise<void> {
  await systemDb.$executeRaw`UPDATE "Task" SET "leaseUntil" = now() WHERE "leaseUntil" IS NOT NULL`;
}

/** After so many failures a task is one that nobody can help: to hurry it would only keep the others waiting. */
const HOPELESS = 4;

/** Waiting costs the test's time and shows nothing: whatever is put off is due now, also for a breaker that is open. */
export async function hurry(): Promise<void> {
  await systemDb.$executeRaw`
    UPDATE "Task" SET "nextStepAt" = now() WHERE "nextStepAt" > now() AND "stepFailures" < ${HOPELESS}`;
  await systemDb.$executeRaw`UPDATE "Connection" SET "breakerOpenUntil" = now() WHERE "breakerOpenUntil" > now()`;
  await systemDb.$executeRaw`
    UPDATE pgboss.job SET start_after = now() WHERE state IN ('created', 'retry') AND start_after > now()
      AND NOT EXISTS (SELECT FROM "Task" WHERE "id" = data->>'taskId' AND "stepFailures" >= ${HOPELESS})`;
}

/** Hurries until it is told to stop; the database may be away meanwhile. */
export function keepHurrying(alsoPass: () => Promise<void> = async () => undefined): {
  readonly stop: () => void;
} {
  const timer = setInterval(
    () =>
      void hurry()
        .then(alsoPass)
        .catch(() => undefined),
    1_000,
  );
  return { stop: () => clearInterval(timer) };
}

/** Like `untilAtRest`, while nothing is waited for. */
export async function hurryToRest(
  teamIds: readonly string[],
  options: Parameters<typeof untilAtRest>[1],
): Promise<void> {
  const hurrying = keepHurrying();
  try {
    await untilAtRest(teamIds, options);
  } finally {
    hurrying.stop();
  }
}
