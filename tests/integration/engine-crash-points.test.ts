import { randomUUID } from "node:crypto";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { CRASH_POINTS, type CrashPoint } from "#lib/crash-point.ts";
import { systemDb } from "#lib/db/client.ts";
import { closeProducerQueue } from "#lib/queue/queue.ts";
import { createTasks } from "#lib/tasks/create-tasks.ts";
import { freePort } from "#scripts/free-port.ts";
import { checkInvariants } from "#tests/support/check-invariants.ts";
import { createTeam, type TestTeam } from "#tests/support/team-fixture.ts";
import { until } from "#tests/support/until.ts";
import { startTaskDoor, startWorker } from "#tests/support/worker-process.ts";

const CLIP = { kind: "text2video", model_name: "kling-v3", duration: "3", aspect_ratio: "1:1" } as const;

afterAll(closeProducerQueue);

/** A task that comes by this point; rendered only where it must be. */
function promptFor(point: CrashPoint): string {
  const isAboutTheClip = point.startsWith("archive:") || point.startsWith("sandbox:");
  return isAboutTheClip ? `a fox, ${point}` : `[fail:risk] ${point}`;
}

/** Orders through a process that dies in the middle, and again with the same key, as a client would. */
async function orderThroughCrash(team: TestTeam, point: CrashPoint): Promise<void> {
  const port = await freePort();
  const body = JSON.stringify({
    caller: team.caller,
    request: { ...CLIP, prompt: promptFor(point) },
    repeat: { key: `order-${randomUUID()}`, bodySha256: point },
  });
  const ask = () =>
    fetch(`http://127.0.0.1:${port}`, { method: "POST", body }).then((answer) => answer.status === 201);
  const askUntilAnswered = () =>
    until(() => ask().catch(() => false), { withinMs: 30_000, what: "an answer" });
  const dying = startTaskDoor({ DOOR_PORT: String(port), CRASH_AT: point });
  const answered = askUntilAnswered();
  await dying.ended;
  const door = startTaskDoor({ DOOR_PORT: String(port) });
  await answered;
  await door.kill("SIGTERM");
}

/** Runs a worker until it kills itself at this point. */
async function crashWorkerAt(team: TestTeam, point: CrashPoint): Promise<void> {
  await createTasks({ caller: team.caller, request: { ...CLIP, prompt: promptFor(point) } });
  const worker = startWorker({ CRASH_AT: point });
  const died = await Promise.race([worker.ended, sleep(60_000, null)]);
  if (died === null) await worker.kill("SIGKILL");
  expect(died, `${point} was reached\n${worker.output()}`).toEqual([null, "SIGKILL"]);
}

test("dying at any of the named points loses nothing and doubles nothing", { timeout: 300_000 }, async () => {
  const team = await createTeam({ maxParallel: 20 });
  for (const point of CRASH_POINTS) {
    if (point.startsWith("create:")) await orderThroughCrash(team, point);
    else await crashWorkerAt(team, point);
  }
  const worker = startWorker();
  onTestFinished(() => void worker.child.kill("SIGKILL"));
  const recoveringSinceMs = performance.now();
  await until(
    async () =>
      (await systemDb.task.count({ where: { status: { notIn: ["succeeded", "failed", "canceled"] } } })) ===
      0,
    { withinMs: 120_000, what: "everything comes to rest" },
  ).catch((error: unknown) => {
    throw new Error(`${error}\n${worker.output()}`);
  });
  process.stdout.write(`at rest after ${((performance.now() - recoveringSinceMs) / 1000).toFixed(1)} s\n`);
  await worker.kill("SIGTERM");
  const mediaDir = path.join(process.env.DATA_DIR ?? "", "media");
  await checkInvariants({ teamId: team.teamId, orders: CRASH_POINTS.length, mediaDir });
});
