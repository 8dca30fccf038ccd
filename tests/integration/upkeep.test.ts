import { afterAll, expect, test, vi } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { log } from "#lib/log.ts";
import { closeProducerQueue, producerQueue } from "#lib/queue/queue.ts";
import { blobs } from "#lib/storage/blobs.ts";
import { createTasks } from "#lib/tasks/create-tasks.ts";
import { upkeepDuties } from "#lib/worker/upkeep.ts";
import { createTeam } from "#tests/support/team-fixture.ts";

const CLIP = { kind: "text2video", model_name: "kling-v3", duration: "3", prompt: "a fox" } as const;
const HOUR_MS = 60 * 60 * 1000;

afterAll(closeProducerQueue);

async function run(name: string): Promise<void> {
  const duties = upkeepDuties({ workerId: "worker_test", queue: await producerQueue(), blobs });
  await duties.find((duty) => duty.name === name)?.run();
}

test("counts of calls are kept as long as a connection's health is told from them, and no longer", async () => {
  const { connectionId } = await createTeam();
  const minutes = [1, 23, 50].map((hours) => new Date(Date.now() - hours * HOUR_MS));
  const count = { connectionId, operation: "query", outcome: "ok", calls: 1, latencyMsSum: 1n };
  await systemDb.connectionCalls.createMany({ data: minutes.map((minute) => ({ ...count, minute })) });
  await run("tidy");
  expect(await systemDb.connectionCalls.count({ where: { connectionId } })).toBe(2);
});

test("what is stuck is told of in one line for each connection, however many tasks it is about", async () => {
  const [team, other] = [await createTeam(), await createTeam()];
  await createTasks({ caller: team.caller, request: CLIP, takes: 3 });
  await createTasks({ caller: other.caller, request: CLIP });
  await systemDb.$executeRaw`
    UPDATE "Task" SET "nextStepAt" = now() - interval '1 hour' WHERE "teamId" = ${team.teamId}`;
  const told = vi.spyOn(log, "error").mockImplementation(() => undefined);
  await run("report stuck");
  expect(told.mock.calls).toEqual([
    [
      expect.objectContaining({ connectionId: team.connectionId, status: "queued", tasks: 3 }),
      "tasks are stuck",
    ],
  ]);
  told.mockRestore();
});
