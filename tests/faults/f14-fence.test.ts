import { afterAll, expect, test } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { closeProducerQueue, producerQueue } from "#lib/queue/queue.ts";
import { LeaseLost } from "#lib/tasks/hold-lease.ts";
import { leaseTask } from "#lib/tasks/lease-task.ts";
import { readLeased } from "#lib/tasks/leased-task.ts";
import { recordStep } from "#lib/tasks/record-step.ts";
import { takePlace } from "#lib/tasks/take-place.ts";
import { createTeam } from "#tests/support/team-fixture.ts";
import { letLeasesRunOut, orderClips } from "./stage.ts";

afterAll(closeProducerQueue);

test("what a worker writes whose lease is another's by now touches no row, whatever the row looks like", async () => {
  const queue = await producerQueue();
  const team = await createTeam();
  const [taskId = ""] = await orderClips(team, ["a kite"]);
  expect(await takePlace({ taskId, queue })).toBe("leased");
  const zombie = await readLeased(taskId);
  await letLeasesRunOut();
  const heir = await leaseTask(taskId, ["submitting"]);
  if (heir === null) throw new Error("the lease had run out");
  const before = await systemDb.task.findUniqueOrThrow({ where: { id: taskId } });
  const writes = [
    recordStep(zombie, { trigger: "accept", fields: { upstreamTaskId: "stale" }, queue }),
    recordStep(zombie, { trigger: "refuse", chargedUnits: "0", queue }),
    recordStep(zombie, { delayMs: 1_000, queue }),
  ];
  for (const write of await Promise.allSettled(writes))
    expect(write).toMatchObject({ reason: expect.any(LeaseLost) });
  expect(await systemDb.task.findUniqueOrThrow({ where: { id: taskId } })).toEqual(before);
  await recordStep(heir, { trigger: "accept", fields: { upstreamTaskId: "fresh" }, queue });
});
