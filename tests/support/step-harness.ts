import { systemDb } from "#lib/db/client.ts";
import type { Queue } from "#lib/queue/queue.ts";
import { blobs } from "#lib/storage/blobs.ts";
import type { WorkerDeps } from "#lib/worker/step-context.ts";
import { submitTask } from "#lib/worker/submit-task.ts";
import { beginLooks } from "#lib/worker/tracking/look-rounds.ts";
import type { ScriptedProvider } from "./scripted-provider.ts";

/** What a worker works with, with this upstream behind every connection. */
export function depsOf(queue: Queue, providerOf: WorkerDeps["providerOf"]): WorkerDeps {
  const { signal } = new AbortController();
  return { queue, blobs, providerOf, random: () => 0.5, stopping: signal, stoppingNow: signal };
}

/** One submission step of each of these tasks at once, as several workers would do it. */
export async function submitAll(
  taskIds: readonly string[],
  { queue, provider }: { readonly queue: Queue; readonly provider: ScriptedProvider },
): Promise<void> {
  const deps = depsOf(queue, () => provider);
  await Promise.all(taskIds.map((taskId) => submitTask(taskId, deps)));
}

/** One look at what is due of a connection, as a worker comes by. */
export async function lookOnce(connectionId: string, deps: WorkerDeps): Promise<void> {
  for (const { done } of await beginLooks([connectionId], deps)) await done;
}

/** Lets every back-off of a team pass: what was put off is due, what was closed may be tried again. */
export async function letTimePass(teamId: string): Promise<void> {
  await systemDb.$executeRaw`
    UPDATE "Task" SET "nextStepAt" = now() WHERE "teamId" = ${teamId} AND "nextStepAt" > now()`;
  await systemDb.$executeRaw`
    UPDATE "PackLimit" SET "closedUntil" = now()
    WHERE "connectionId" IN (SELECT "id" FROM "Connection" WHERE "teamId" = ${teamId})`;
  await systemDb.$executeRaw`
    UPDATE "Connection" SET "breakerOpenUntil" = now() WHERE "teamId" = ${teamId} AND "breakerOpenUntil" IS NOT NULL`;
}

/** The statuses of a team's tasks, in the order in which they were ordered. */
export async function statusesOf(teamId: string): Promise<string[]> {
  const tasks = await systemDb.task.findMany({ where: { teamId }, orderBy: { id: "asc" } });
  return tasks.map(({ status }) => status);
}
