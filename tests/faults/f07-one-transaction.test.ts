import { afterAll, expect, test } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { submitTaskJob } from "#lib/queue/jobs.ts";
import { closeProducerQueue, producerQueue } from "#lib/queue/queue.ts";
import { newId } from "#lib/shared/ids.ts";

afterAll(closeProducerQueue);

test("a job exists exactly when the transaction that made it was committed", async () => {
  const queue = await producerQueue();
  const [kept, lost] = [newId("task"), newId("task")];
  const of = { connectionId: newId("connection"), paidTry: 1 };
  await systemDb.$transaction((tx) => queue.enqueue(tx, submitTaskJob, { taskId: kept, ...of }));
  const dying = systemDb.$transaction(async (tx) => {
    await queue.enqueue(tx, submitTaskJob, { taskId: lost, ...of });
    throw new Error("killed before the commit");
  });
  await expect(dying).rejects.toThrow("killed");
  const jobs = await systemDb.$queryRaw<
    { taskId: string }[]
  >`SELECT data->>'taskId' AS "taskId" FROM pgboss.job`;
  expect(jobs).toEqual([{ taskId: kept }]);
});
