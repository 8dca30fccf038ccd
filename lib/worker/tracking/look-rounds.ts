import { crashPoint } from "#lib/crash-point.ts";
import { systemDb } from "#lib/db/client.ts";
import type { Connection } from "#lib/db/generated/client.ts";
import type { Provider } from "#lib/providers/provider.ts";
import { BREAKER_THRESHOLD } from "#lib/tasks/breaker.ts";
import { passesBreaker, tellBreaker } from "#lib/tasks/connection-breaker.ts";
import { LOOK_LEASE_SECONDS, leaseLooks, MAX_AHEAD_MS } from "#lib/tasks/lease-looks.ts";
import { LEAST_LOOK_MS } from "#lib/tasks/pace.ts";
import type { TrackedTask } from "#lib/tasks/tracked-task.ts";
import type { WorkerDeps } from "../step-context.ts";
import { type Answers, askUpstream } from "./ask-upstream.ts";
import { writeAnswers } from "./write-answers.ts";

/** Tasks of one list call: the longest page that Kling gives. */
const LISTED = 500;
/** Tasks of a round where each is asked for alone. */
const ALONE = 32;
/** What is due within this part of the least distance goes along: fewer, fuller calls. */
const AHEAD = 1 / 2;

/** One look at a connection's due tasks that has begun. */
export type LookRound = { readonly connectionId: string; readonly done: Promise<void> };

/**
 * Begins one look at the due tasks of each of these connections: leases all of them at once, and then asks each upstream by
 * itself. A round that dies anywhere is repeated by whoever comes by when its leases have run out.
 */
export async function beginLooks(
  connectionIds: readonly string[],
  deps: WorkerDeps,
): Promise<readonly LookRound[]> {
  if (connectionIds.length === 0) return [];
  const connections = await systemDb.connection.findMany({ where: { id: { in: [...connectionIds] } } });
  const lookouts = connections.map((connection) => lookoutOf(connection, deps));
  const heldUntilMs = performance.now() + LOOK_LEASE_SECONDS * 1000;
  const leased = await leaseLooks(
    lookouts.map(({ connection, provider, leastLookMs }) => ({
      connectionId: connection.id,
      limit: limitOf(connection, provider),
      aheadMs: Math.min(MAX_AHEAD_MS, leastLookMs * AHEAD),
    })),
  );
  const tasksOf = Map.groupBy(leased, ({ connectionId }) => connectionId);
  return lookouts.flatMap((lookout) => {
    const { id: connectionId } = lookout.connection;
    const tasks = tasksOf.get(connectionId);
    return tasks === undefined
      ? []
      : [{ connectionId, done: look({ ...lookout, tasks, heldUntilMs }, deps) }];
  });
}

type Lookout = {
  readonly connection: Connection;
  /** Null where this version knows none. */
  readonly provider: Provider | null;
  readonly leastLookMs: number;
};

function lookoutOf(connection: Connection, deps: WorkerDeps): Lookout {
  const provider = deps.providerOf(connection);
  return { connection, provider, leastLookMs: provider?.leastLookMs ?? LEAST_LOOK_MS };
}

/** While upstream fails, one call is enough to find out whether it is back. */
function limitOf({ breakerFailures }: Connection, provider: Provider | null): number {
  if (provider?.queryMany !== undefined) return LISTED;
  return breakerFailures < BREAKER_THRESHOLD ? ALONE : 1;
}

type Looking = Lookout & { readonly tasks: readonly TrackedTask[]; readonly heldUntilMs: number };

async function look(looking: Looking, deps: WorkerDeps): Promise<void> {
  const { tasks, leastLookMs, heldUntilMs } = looking;
  const answers = await ask(looking, deps);
  crashPoint("track:answered");
  await writeAnswers({ tasks, answers, leastLookMs, heldUntilMs }, deps);
  crashPoint("track:recorded");
}

/** To the breaker a round is one call: it failed when nothing in it was answered. */
async function ask({ provider, connection, tasks }: Looking, deps: WorkerDeps): Promise<Answers> {
  if (provider === null) return new Map(tasks.map(({ id }) => [id, "unreachable"]));
  if (!(await passesBreaker(connection))) return new Map();
  const answers = await askUpstream(provider, { tasks, signal: deps.stopping });
  if (answers.size === 0) return answers;
  const isAnswered = [...answers.values()].some((answer) => answer !== "unreachable");
  await tellBreaker(connection, { outcome: isAnswered ? "answered" : "failed", random: deps.random() });
  return answers;
}
