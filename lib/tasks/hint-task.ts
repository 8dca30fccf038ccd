import { systemDb } from "#lib/db/client.ts";

type Hinted = { readonly taskId: string; readonly paidTry: number };

/**
 * Somebody says that there may be news of a running task: it is looked at now instead of later, and that is all. Also
 * while a look is under way, which may have been answered before the news. Any other task is left as it is.
 */
export async function hintTask({ taskId, paidTry }: Hinted): Promise<void> {
  await systemDb.$executeRaw`
    UPDATE "Task" SET "nextStepAt" = now()
    WHERE "id" = ${taskId} AND "paidTry" = ${paidTry} AND "status" IN ('submitted', 'processing')
      AND ("nextStepAt" > now() OR "leaseUntil" > now())`;
}
