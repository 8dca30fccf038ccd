import { systemDb } from "#lib/db/client.ts";
import { LeaseLost } from "./hold-lease.ts";
import type { LeasedTask } from "./leased-task.ts";

/**
 * Writes down that a create is about to be sent, before it is: after a crash this is how we know that one may have
 * arrived.
 * @throws LeaseLost when another worker holds the task by now
 */
export async function noteSubmitCall({ id, fence, submitCalls }: LeasedTask): Promise<void> {
  const { count } = await systemDb.task.updateMany({
    where: { id, fence, status: "submitting" },
    data: { submitCalls: submitCalls + 1 },
  });
  if (count === 0) throw new LeaseLost(id);
}
