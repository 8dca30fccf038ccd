import { systemDb } from "#lib/db/client.ts";
import type { SandboxTask } from "#lib/db/generated/client.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { newId } from "#lib/shared/ids.ts";

/** A row that counts refusals is not a task: nothing was opened. */
const REFUSED = "refused";

export type OpenTask = SandboxTask;

/** The task of this external id, if one was ever opened. */
export async function findOpened(externalId: string): Promise<OpenTask | null> {
  return systemDb.sandboxTask.findFirst({ where: { externalId, state: { not: REFUSED } } });
}

export async function findById(id: string): Promise<OpenTask | null> {
  return systemDb.sandboxTask.findFirst({ where: { id, state: { not: REFUSED } } });
}

/** Counts a call that was turned away. @returns how many there were of this external id, this one included */
export async function countRefusal(externalId: string, request: TaskRequest): Promise<number> {
  const [row] = await systemDb.$queryRaw<{ refusals: number }[]>`
    INSERT INTO "SandboxTask" AS held ("id", "externalId", "request", "state", "refusals", "startsAt", "updatedAt")
    VALUES (${newId("sandboxTask")}, ${externalId}, ${JSON.stringify(request)}::jsonb, ${REFUSED}, 1, now(), now())
    ON CONFLICT ("externalId") DO UPDATE SET "refusals" = held."refusals" + 1, "updatedAt" = now()
    RETURNING "refusals"`;
  return row?.refusals ?? 1;
}

/** Keys of a task's files by the path at which its request names them. */
export type InputKeys = Readonly<Record<string, string>>;

type Opening = {
  readonly externalId: string;
  readonly request: TaskRequest;
  readonly inputs: InputKeys;
  readonly queueSeconds: number;
};

/**
 * Opens a task, once per external id however often it is asked: a duplicate gets the first one.
 * @returns whether this very call opened it
 */
export async function openTask({ externalId, request, inputs, queueSeconds }: Opening): Promise<boolean> {
  const opened = await systemDb.$executeRaw`
    INSERT INTO "SandboxTask" AS held ("id", "externalId", "request", "inputs", "state", "startsAt", "updatedAt")
    VALUES (${newId("sandboxTask")}, ${externalId}, ${JSON.stringify(request)}::jsonb, ${JSON.stringify(inputs)}::jsonb, 'submitted',
      now() + make_interval(secs => ${queueSeconds}), now())
    ON CONFLICT ("externalId") DO UPDATE
      SET "state" = 'submitted', "inputs" = excluded."inputs", "startsAt" = excluded."startsAt", "createdAt" = now(), "updatedAt" = now()
      WHERE held."state" = ${REFUSED}`;
  return opened === 1;
}

/** The keys of the files that came with a task. */
export function inputsOf({ inputs }: Pick<OpenTask, "inputs">): InputKeys {
  return (inputs as InputKeys | null) ?? {}; // written by openTask
}

/** How many tasks of the same request came shortly before this one: 0 for the first take. */
export async function takeNumberOf({ id }: Pick<OpenTask, "id">): Promise<number> {
  const [row] = await systemDb.$queryRaw<{ earlier: number }[]>`
    SELECT count(*)::int AS "earlier" FROM "SandboxTask" AS other, "SandboxTask" AS own
    WHERE own."id" = ${id} AND other."request" = own."request" AND other."state" <> ${REFUSED}
      AND other."createdAt" > own."createdAt" - interval '10 minutes'
      AND (other."createdAt", other."id") < (own."createdAt", own."id")`;
  return row?.earlier ?? 0;
}
