import type { Principal } from "#lib/contract/permissions.ts";
import type { TaskFilter, TaskList } from "#lib/contract/tasks.ts";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { literally } from "#lib/db/literally.ts";
import { summarizeTasks } from "./summarize-tasks.ts";

type ListTasks = TaskFilter & {
  readonly caller: Principal;
  /** The id of the last task of the page before. */
  readonly cursor?: string | undefined;
  readonly limit: number;
};

/** A page of the team's tasks, newest first. By keyset: what is ordered meanwhile neither repeats nor hides a task. */
export async function listTasks({ caller, cursor, limit, ...filter }: ListTasks): Promise<TaskList> {
  const older = cursor === undefined ? {} : { id: { lt: cursor } };
  const where = { ...conditionsOf(filter), ...older, teamId: caller.teamId };
  const found = await summarizeTasks(db, where, limit + 1);
  const tasks = found.slice(0, limit);
  return { tasks, nextCursor: found.length > limit ? (tasks.at(-1)?.id ?? null) : null };
}

const RUNNING = ["queued", "submitting", "submitted", "processing", "archiving"];

function conditionsOf({ kind, model, status, person, search, trash }: TaskFilter): Prisma.TaskWhereInput {
  const words = search?.trim();
  return {
    trashedAt: trash === "true" ? { not: null } : null,
    ...(kind !== undefined && { kind }),
    ...(model !== undefined && { modelName: model }),
    ...(status !== undefined && { status: status === "running" ? { in: RUNNING } : status }),
    ...(person !== undefined && { createdById: person }),
    // A plain substring, so that Chinese needs no word boundaries.
    ...(words && { prompt: { contains: literally(words), mode: "insensitive" } }),
  };
}
