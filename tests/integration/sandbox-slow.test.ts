import { availableParallelism } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { closeProducerQueue } from "#lib/queue/queue.ts";
import { createTasks } from "#lib/tasks/create-tasks.ts";
import { createTeam } from "#tests/support/team-fixture.ts";
import { until } from "#tests/support/until.ts";
import { startWorker, type TestProcess } from "#tests/support/worker-process.ts";

let worker: TestProcess;

beforeAll(() => {
  worker = startWorker();
});

afterAll(async () => {
  await worker.kill("SIGTERM");
  await closeProducerQueue();
});

test("clips that were ordered to be slow keep nobody else waiting", async () => {
  const moreThanRenderers = Math.floor(availableParallelism() / 2) + 1;
  const [patient, other] = [await createTeam({ maxParallel: moreThanRenderers }), await createTeam()];
  const request = { kind: "text2video", model_name: "kling-v1-6", duration: "5" } as const;
  const slow = await createTasks({
    caller: patient.caller,
    request: { ...request, prompt: "[slow:600] a snail" },
    takes: moreThanRenderers,
  });
  const statusesOf = async (teamId: string) =>
    (await systemDb.task.findMany({ where: { teamId } })).map(({ status }) => status);
  await until(async () => (await statusesOf(patient.teamId)).every((status) => status === "processing"), {
    withinMs: 50_000,
    what: `the slow ones are being made; the worker said ${worker.output()}`,
  });
  await createTasks({ caller: other.caller, request: { ...request, prompt: "a hare" } });
  await until(async () => (await statusesOf(other.teamId)).every((status) => status === "succeeded"), {
    withinMs: 50_000,
    what: `the other one is ready; the worker said ${worker.output()}`,
  });
  expect(await statusesOf(patient.teamId)).toEqual(slow.map(() => "processing"));
}, 120_000);
