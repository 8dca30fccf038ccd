import type { ArchiveRadar, RadarEntry } from "#lib/contract/archive.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { alarmDueAt, madeAt } from "./archive-alarm.ts";
import { diesFirst } from "./raise-archive-alarms.ts";

/** More than anybody reads at once. */
const MOST = 100;

const PARTS = {
  outputs: true,
  events: { where: { type: "archive_delayed" }, orderBy: { seq: "desc" }, take: 1 },
} as const satisfies Prisma.TaskInclude;

type Row = Prisma.TaskGetPayload<{ include: typeof PARTS }>;

/**
 * What a team has paid for and does not have yet: files that could not be fetched so far, and those that were given up while
 * upstream still has them. A file that is just being fetched for the first time is not in it.
 */
export async function readArchiveRadar({
  caller,
  now,
}: {
  caller: Principal;
  now: Date;
}): Promise<ArchiveRadar> {
  const isAlive = { assetId: null, OR: [{ upstreamDies: null }, { upstreamDies: { gt: now } }] };
  const rows = await db.task.findMany({
    where: {
      teamId: caller.teamId,
      trashedAt: null,
      OR: [
        { status: "archiving", stepFailures: { gt: 0 } },
        {
          status: "failed",
          failure: { path: ["code"], equals: "output_unusable" },
          outputs: { some: isAlive },
        },
      ],
    },
    include: PARTS,
    orderBy: { id: "asc" },
    take: MOST,
  });
  const entries = rows.map((row) => entryOf(row, now));
  return { entries: entries.sort((one, other) => rankOf(one) - rankOf(other)) };
}

function rankOf({ dies }: RadarEntry): number {
  return dies === null ? Number.POSITIVE_INFINITY : Date.parse(dies);
}

function entryOf({ id: taskId, prompt, status, ...row }: Row, now: Date): RadarEntry {
  const unsafe = row.outputs.filter(({ assetId }) => assetId === null);
  const heardAt = row.outputs[0]?.createdAt ?? row.createdAt;
  const dies = diesFirst(unsafe);
  const data = row.events[0]?.data as { readonly trouble?: string } | undefined; // see archive-task.ts
  return {
    taskId,
    prompt,
    state: status === "failed" ? "unusable" : "waiting",
    files: row.outputs.length,
    filesSafe: row.outputs.length - unsafe.length,
    madeAt: madeAt({ heardAt, dies }).toISOString(),
    dies: dies?.toISOString() ?? null,
    alarmDays: alarmDueAt({ heardAt, dies }, now),
    tries: row.stepFailures,
    nextTryAt: row.nextStepAt?.toISOString() ?? null,
    trouble: data?.trouble ?? null,
  };
}
