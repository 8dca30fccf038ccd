import { randomUUID } from "node:crypto";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { CRASH_POINTS, type CrashPoint } from "#lib/crash-point.ts";
import { systemDb } from "#lib/db/client.ts";
import { closeProducerQueue } from "#lib/queue/queue.ts";
import { createTasks } from "#lib/tasks/create-tasks.ts";
import { freePort } from "#scripts/free-port.ts";
import { checkInvariants } from "#tests/support/check-invariants.ts";
import { createTeam } from "#tests/support/team-fixture.ts";
import { until } from "#tests/support/until.ts";
import { startTaskDoor, startWorker } from "#tests/support/worker-process.ts";

const CLIP = { kind: "text2video", model_name: "kling-v3", duration: "3", aspect_ratio: "1:1" } as const;
const mediaDir = path.join(process.env.DATA_DIR ?? "", "media");

afterAll(closeProducerQueue);

const createPoints = CRASH_POINTS.filter((point) => point.startsWith("create:"));

/** In the order in which one task comes by them. */
const lifePoints: readonly CrashPoint[] = [
  "submit:leased",
  "sandbox:opened",
  "submit:answered",
  "submit:recorded",
  "track:answered",
  "track:recorded",
  "sandbox:rendered",
  "sandbox:published",
  "archive:leased",
  "archive:first-bytes",
  "archive:last-byte",
  "archive:temp-written",
  "archive:object-written",
  "archive:before-commit",
  "archive:after-commit",
];

/** Nothing that a task comes by: tests/integration/connections-master-key.test.ts. */
const otherPoints: readonly CrashPoint[] = ["rotate:row"];

test("no named point is left out", () => {
  expect([...createPoints, ...lifePoints, ...otherPoints].sort()).toEqual([...CRASH_POINTS].sort());
});

/** What else only time would do: the dead worker's leases run out. That they do by themselves is shown by the kills. */
async function letLeasesRunOut(): Promise<void> {
  await systemDb.$executeRaw`UPDATE "Task" SET "leaseUntil" = now() WHERE "leaseUntil" IS NOT NULL`;
  await systemDb.$executeRaw`UPDATE "SandboxTask" SET "leaseUntil" = now() WHERE "leaseUntil" IS NOT NULL`;
}

async function dieAt(point: CrashPoint): Promise<void> {
  const worker = startWorker({ CRASH_AT: point });
  const died = await Promise.race([worker.ended, sleep(60_000, null)]);
  if (died === null) await worker.kill("SIGKILL");
  expect(died, `${point} was reached\n${worker.output()}`).toEqual([null, "SIGKILL"]);
  await letLeasesRunOut();
}

describe("a task", () => {
  test("survives a worker that dies at every named point, one after the other", {
    timeout: 240_000,
  }, async () => {
    const { caller, teamId } = await createTeam();
    await createTasks({ caller, request: { ...CLIP, prompt: "a fox that does not give up" } });
    for (const point of lifePoints) await dieAt(point);
    const worker = startWorker();
    onTestFinished(() => void worker.child.kill("SIGKILL"));
    const isDone = async () => (await systemDb.task.count({ where: { teamId, status: "succeeded" } })) === 1;
    await until(isDone, { withinMs: 60_000, what: "the task succeeds" });
    await worker.kill("SIGTERM");
    await checkInvariants({ teamId, orders: 1, mediaDir });
  });

  test.each(createPoints)(
    "is ordered once by a client that repeats itself when the web dies at %s",
    async (point) => {
      const team = await createTeam();
      const port = await freePort();
      const body = JSON.stringify({
        caller: team.caller,
        request: { ...CLIP, prompt: point },
        repeat: { key: `order-${randomUUID()}`, bodySha256: point },
      });
      const ask = () =>
        fetch(`http://127.0.0.1:${port}`, { method: "POST", body }).then((answer) => answer.status === 201);
      const dying = startTaskDoor({ DOOR_PORT: String(port), CRASH_AT: point });
      const answered = until(() => ask().catch(() => false), { withinMs: 30_000, what: "an answer" });
      await dying.ended;
      const door = startTaskDoor({ DOOR_PORT: String(port) });
      await answered;
      await door.kill("SIGTERM");
      expect(await systemDb.task.count({ where: { teamId: team.teamId } })).toBe(1);
      expect(await systemDb.ledgerEntry.count({ where: { teamId: team.teamId } })).toBe(1);
    },
  );
});
