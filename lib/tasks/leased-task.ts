import { systemDb } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";

/** What a step needs to know of its task, read under the lease. */
const PARTS = {
  connection: true,
  inputs: { include: { asset: true } },
  outputs: { orderBy: { position: "asc" } },
} as const satisfies Prisma.TaskInclude;

export type TaskRow = Prisma.TaskGetPayload<{ include: typeof PARTS }>;

/** A task that this process may work on for as long as it holds the lease of this `fence`. */
export type LeasedTask = TaskRow;

/** How long a lease holds without being renewed, by the database's clock: what a killed worker costs in waiting. */
export const LEASE_SECONDS = 15;

export async function readLeased(taskId: string): Promise<LeasedTask> {
  return systemDb.task.findUniqueOrThrow({ where: { id: taskId }, include: PARTS });
}
