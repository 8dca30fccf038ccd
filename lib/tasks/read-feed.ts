import type { StreamFrame } from "#lib/contract/events.ts";
import { db } from "#lib/db/client.ts";
import { summarizeTasks } from "./summarize-tasks.ts";
import { taskEventOf } from "./task-event.ts";

/** Frames that one look takes at most; whoever gets this many looks again at once. */
export const FEED_PAGE = 200;

type ReadFeed = {
  readonly teamId: string /** The newest number that is known already. */;
  readonly after: number;
};

/**
 * The team's events after a number, in order and without gaps, each with its task as it is now. The events are read
 * first: a task may be newer than its frame and says so by its own `seq`, but never older.
 */
export async function readFeed({ teamId, after }: ReadFeed): Promise<StreamFrame[]> {
  const events = await db.taskEvent.findMany({
    where: { teamId, seq: { gt: after } },
    orderBy: { seq: "asc" },
    take: FEED_PAGE,
  });
  if (events.length === 0) return [];
  const taskIds = [...new Set(events.map((event) => event.taskId))];
  const tasks = new Map(
    (await summarizeTasks(db, { teamId, id: { in: taskIds } })).map((task) => [task.id, task]),
  );
  return events.flatMap((row) => {
    const task = tasks.get(row.taskId);
    return task === undefined ? [] : [{ event: taskEventOf(row), task }];
  });
}

/** The newest number of a team: where a stream begins that wants only what comes from now on. */
export async function lastSeqOf(teamId: string): Promise<number> {
  const feed = await db.teamFeed.findUnique({ where: { teamId }, select: { lastSeq: true } });
  return feed?.lastSeq ?? 0;
}
