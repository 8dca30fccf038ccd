import { systemDb } from "#lib/db/client.ts";
import type { Evidence, TaskEvidence } from "./evidence.ts";
import type { Finding } from "./verdict.ts";

const TERMINAL = ["succeeded", "failed", "canceled"];
/** A person decides about an unknown outcome; nothing of ours goes on by itself. */
const AT_REST = [...TERMINAL, "unknown"];

/** R2 and I3: every answered order is a row, nothing else is, and none is still on its way. */
export function nothingLeftOver({ tasks, orders }: Evidence): Finding {
  const running = tasks.filter(({ status }) => !AT_REST.includes(status));
  return {
    id: "I3",
    checked: tasks.length,
    violations: [
      ...(tasks.length === orders ? [] : [`${orders} orders were answered and ${tasks.length} rows exist`]),
      ...running.map(({ id, status }) => `${id} is still ${status}`),
    ],
  };
}

/** I7: whoever asked to be told of a task was told of its end, or it stands there that nobody will try again. */
export function everyEndIsTold({ tasks }: Evidence): Finding {
  const told = tasks.filter(({ callbackUrl, status }) => callbackUrl !== null && TERMINAL.includes(status));
  const violations = told.flatMap(({ id, callbackDeliveries }) => {
    const ends = callbackDeliveries.filter(({ status }) => status === "succeed" || status === "failed");
    if (ends.length !== 1) return [`${id} has ${ends.length} deliveries of its end`];
    const isSettled = ends.every(({ deliveredAt, givenUpAt }) => deliveredAt !== null || givenUpAt !== null);
    return isSettled ? [] : [`the end of ${id} is neither delivered nor given up`];
  });
  return { id: "I7", checked: told.length, violations };
}

/** I8: once over, a task stays over, unless a person decided otherwise; and a team's events are numbered without gaps. */
export async function historyIsMonotone({ tasks, teamIds }: Evidence): Promise<Finding> {
  const feeds = await systemDb.$queryRaw<{ teamId: string; events: number; last: number }[]>`
    SELECT "teamId", count(*)::int AS events, max("seq") AS last FROM "TaskEvent"
    WHERE "teamId" = ANY(${[...teamIds]}) GROUP BY 1`;
  return {
    id: "I8",
    checked: tasks.length,
    violations: [
      ...tasks.flatMap(({ id, events }) => comebacksOf(events).map((type) => `${id} came back by ${type}`)),
      ...feeds
        .filter(({ events, last }) => events !== last)
        .map(({ teamId, events, last }) => `${teamId} has ${events} events up to number ${last}`),
    ],
  };
}

/** What a person does to a task that is over. */
const BY_A_PERSON = ["retried", "trashed", "restored", "adopted", "archive_retried", "decided"];

function comebacksOf(events: TaskEvidence["events"]): readonly string[] {
  return events.flatMap(({ type, status }, index) => {
    const before = events[index - 1];
    const comesBack = before !== undefined && TERMINAL.includes(before.status) && status !== before.status;
    return comesBack && !BY_A_PERSON.includes(type) ? [type] : [];
  });
}

/** I12: no job is still held, and none ended among the dead letters. */
export async function queueIsQuiet(): Promise<Finding> {
  const jobs = await systemDb.$queryRaw<{ name: string; state: string; count: number }[]>`
    SELECT name, state::text, count(*)::int AS count FROM pgboss.job
    WHERE state = 'active' OR (name = 'dead-letters' AND state IN ('created', 'retry')) GROUP BY 1, 2`;
  const violations = jobs.map(({ name, state, count }) => `${count} jobs of ${name} are ${state}`);
  return { id: "I12", checked: 1, violations };
}
