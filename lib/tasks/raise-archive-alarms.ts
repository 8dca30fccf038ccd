import { systemDb } from "#lib/db/client.ts";
import { log } from "#lib/log.ts";
import type { Queue } from "#lib/queue/queue.ts";
import { appendEvents } from "./append-event.ts";
import { ALARM_DAYS, alarmDueAt } from "./archive-alarm.ts";

const BATCH = 500;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Tells a team, at 7, 20 and 27 days, that files which it has paid for are still not safe: in the task's time line, to its
 * receivers, and to the operator in the log. Each alarm is raised once, however many workers look.
 */
export async function raiseArchiveAlarms(queue: Queue, now: Date): Promise<void> {
  let lastId = "";
  for (;;) {
    const ids = await findUnsafe({ after: lastId, now });
    for (const id of ids) await raiseIfDue(id, { queue, now });
    lastId = ids.at(-1) ?? "";
    if (ids.length < BATCH) return;
  }
}

/** Tasks with a file that is not ours and old enough for an alarm, in the order of their ids: those told already are among them. */
async function findUnsafe({ after, now }: { readonly after: string; readonly now: Date }): Promise<string[]> {
  const oldEnough = new Date(now.getTime() - ALARM_DAYS[0] * DAY_MS);
  const nearEnd = new Date(now.getTime() + (30 - ALARM_DAYS[0]) * DAY_MS);
  const unsafe = await systemDb.task.findMany({
    where: {
      id: { gt: after },
      status: "archiving",
      outputs: {
        some: { assetId: null, OR: [{ createdAt: { lte: oldEnough } }, { upstreamDies: { lte: nearEnd } }] },
      },
    },
    select: { id: true },
    orderBy: { id: "asc" },
    take: BATCH,
  });
  return unsafe.map(({ id }) => id);
}

async function raiseIfDue(taskId: string, { queue, now }: { queue: Queue; now: Date }): Promise<void> {
  const raised = await systemDb.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 AS locked FROM "Task" WHERE "id" = ${taskId} FOR NO KEY UPDATE`;
    const task = await tx.task.findUnique({
      where: { id: taskId, status: "archiving" },
      include: { outputs: { where: { assetId: null } }, events: { where: { type: "archive_alarm" } } },
    });
    if (task === null) return null;
    const due = task.outputs.map(({ createdAt: heardAt, upstreamDies: dies }) =>
      alarmDueAt({ heardAt, dies }, now),
    );
    const days = Math.max(0, ...due.map((it) => it ?? 0));
    const told = task.events.map(({ data }) => (data as { readonly days?: number }).days ?? 0);
    if (days === 0 || told.some((earlier) => earlier >= days)) return null;
    const dies = diesFirst(task.outputs)?.toISOString() ?? null;
    const event = { taskId, type: "archive_alarm", status: "archiving", data: { days, dies } } as const;
    await appendEvents(tx, { teamId: task.teamId, events: [event], queue });
    return { taskId, days, dies };
  });
  if (raised !== null) log.error(raised, "a finished file is still not safe");
}

/** When upstream deletes the first of these; null when it says so of none. */
export function diesFirst(outputs: readonly { readonly upstreamDies: Date | null }[]): Date | null {
  const times = outputs.flatMap(({ upstreamDies }) =>
    upstreamDies === null ? [] : [upstreamDies.getTime()],
  );
  return times.length === 0 ? null : new Date(Math.min(...times));
}
