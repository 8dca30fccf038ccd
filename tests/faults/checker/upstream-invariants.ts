import { accountOf, type Evidence } from "./evidence.ts";
import type { Finding } from "./verdict.ts";

/** I1: whoever is class A opened exactly one task per accepted intent, and none for any other. */
export function onePerIntent(evidence: Evidence): Finding {
  const { tasks, opened } = evidence;
  const creates = new Map<string, number>();
  for (const { account, externalId } of opened) {
    const key = `${account} ${externalId}`;
    creates.set(key, (creates.get(key) ?? 0) + 1);
  }
  const intents = tasks.filter((task) => accountOf(evidence, task)?.isClassA === true);
  const violations = intents.flatMap((task) => {
    const count = creates.get(`${accountOf(evidence, task)?.account} ${task.upstreamExternalId}`) ?? 0;
    // Whoever asks a person for help says that it does not know.
    if (task.status === "unknown" && count <= 1) return [];
    const wanted = task.upstreamTaskId === null ? 0 : 1;
    return count === wanted ? [] : [`${task.id} (${task.status}) was opened ${count} times, not ${wanted}`];
  });
  return { id: "I1", checked: intents.length, violations };
}

/** I2: whatever was opened upstream belongs to exactly one row here, or to one that a person was asked about. */
export function oneRowPerTask(evidence: Evidence): Finding {
  const { tasks, opened } = evidence;
  const rows = new Map<string, number>();
  for (const { upstreamTaskId, connectionId } of tasks) {
    if (upstreamTaskId === null) continue;
    const account = evidence.accounts.find((it) => it.connectionId === connectionId)?.account;
    const key = `${account} ${upstreamTaskId}`;
    rows.set(key, (rows.get(key) ?? 0) + 1);
  }
  const strays = opened.filter(
    ({ account, upstreamId }) => (rows.get(`${account} ${upstreamId}`) ?? 0) === 0,
  );
  const shared = [...rows].filter(([, count]) => count > 1);
  return {
    id: "I2",
    checked: opened.length,
    violations: [
      ...shared.map(([key, count]) => `${key} has ${count} rows`),
      ...strays
        .filter(({ account }) => !isAskedAbout(evidence, account))
        .map(({ upstreamId, account }) => `${upstreamId} of ${account} has no row`),
    ],
  };
}

/** At most as many strays as questions to a person stand open on their account. */
function isAskedAbout(evidence: Evidence, account: string): boolean {
  const mine = evidence.tasks.filter((task) => accountOf(evidence, task)?.account === account);
  const known = mine.filter(({ upstreamTaskId }) => upstreamTaskId !== null).length;
  const questions = mine.filter(
    ({ status, upstreamTaskId }) => status === "unknown" && upstreamTaskId === null,
  );
  const opened = evidence.opened.filter((task) => task.account === account).length;
  return opened - known <= questions.length;
}
