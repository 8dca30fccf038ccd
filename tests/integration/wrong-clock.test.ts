import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { closeProducerQueue, producerQueue, type Queue } from "#lib/queue/queue.ts";
import { createTasks } from "#lib/tasks/create-tasks.ts";
import { archiveTask } from "#lib/worker/archive-task.ts";
import { makeArchivingTask } from "#tests/support/archiving-task.ts";
import { runningUpstream, startRunning } from "#tests/support/running-upstream.ts";
import { scriptedDownloads } from "#tests/support/scripted-downloads.ts";
import { LOST, scriptedProvider } from "#tests/support/scripted-provider.ts";
import { depsOf, lookOnce, statusesOf, submitAll } from "#tests/support/step-harness.ts";
import { createTeam } from "#tests/support/team-fixture.ts";

const HOUR_MS = 60 * 60 * 1000;
const CLIP = { kind: "text2video", model_name: "kling-v3", duration: "3", prompt: "a fox" } as const;

let queue: Queue;

beforeAll(async () => {
  queue = await producerQueue();
});

afterAll(closeProducerQueue);

/** From now on this process thinks that it is so much later than it is. */
function setClockAhead(byMs: number): void {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + byMs });
  onTestFinished(() => void vi.useRealTimers());
}

test("a worker whose clock is two days ahead does not give up an order that may have arrived", async () => {
  const team = await createTeam();
  const [task] = await createTasks({ caller: team.caller, request: CLIP });
  setClockAhead(48 * HOUR_MS);
  await submitAll([task?.id ?? ""], { queue, provider: scriptedProvider({ onSubmit: () => LOST }) });
  expect(await statusesOf(team.teamId)).toEqual(["submitting"]);
});

test("nor a task that upstream does not tell of for a moment", async () => {
  const team = await createTeam();
  const upstream = runningUpstream({ during: () => Promise.reject(new Error("reset")) });
  await startRunning(team, upstream, 1);
  setClockAhead(48 * HOUR_MS);
  await lookOnce(
    team.connectionId,
    depsOf(queue, () => upstream),
  );
  expect(await statusesOf(team.teamId)).toEqual(["submitted"]);
});

test("nor a file that upstream keeps for another day", async () => {
  const team = await createTeam();
  const dies = new Date(Date.now() + 24 * HOUR_MS);
  const taskId = await makeArchivingTask(team, { labels: ["audio_mp3"], dies });
  const { provider } = scriptedDownloads({ file: Buffer.alloc(0), replies: [{ refuses: "unreachable" }] });
  setClockAhead(48 * HOUR_MS);
  await archiveTask(
    taskId,
    depsOf(queue, () => provider),
  );
  const row = await systemDb.task.findUniqueOrThrow({ where: { id: taskId } });
  expect(row).toMatchObject({ status: "archiving", stepFailures: 1 });
});
