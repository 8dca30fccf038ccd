import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { outputSpec } from "#lib/kling/output.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { closeProducerQueue } from "#lib/queue/queue.ts";
import { blobs } from "#lib/storage/blobs.ts";
import { createTasks } from "#lib/tasks/create-tasks.ts";
import { getTask } from "#lib/tasks/get-task.ts";
import { createTeam, type TestTeam } from "#tests/support/team-fixture.ts";
import { uploadPicture } from "#tests/support/test-picture.ts";
import { until } from "#tests/support/until.ts";
import { FULL_SIZE, startWorker, type TestProcess } from "#tests/support/worker-process.ts";

/** The cheapest clip there is. */
const SMALLEST = { kind: "text2video", model_name: "kling-v3", duration: "3", aspect_ratio: "1:1" } as const;

let worker: TestProcess;

beforeAll(() => {
  worker = startWorker(FULL_SIZE);
});

afterAll(async () => {
  await worker.kill("SIGTERM");
  await closeProducerQueue();
});

type Order = { readonly team: TestTeam; readonly request: TaskRequest };

/** Orders one clip and waits for its end. */
async function orderAndWait({ team, request }: Order) {
  const { caller } = team;
  const [ordered] = await createTasks({ caller, request });
  if (ordered === undefined) throw new Error("nothing was ordered");
  return until(
    async () => {
      const task = await getTask({ caller, taskId: ordered.id });
      return ["succeeded", "failed", "canceled", "unknown"].includes(task.status) && task;
    },
    { withinMs: 50_000, what: `${ordered.id} ends` },
  );
}

async function ledgerOf(taskId: string) {
  const entries = await systemDb.ledgerEntry.findMany({ where: { taskId }, orderBy: { createdAt: "asc" } });
  return entries.map(({ kind, units }) => ({ kind, units: units.toNumber() }));
}

describe("a task's life", () => {
  test("an order from words becomes an archived clip of exactly what was asked for", async () => {
    const team = await createTeam();
    const request = { ...SMALLEST, prompt: "a paper boat on a lake", sound: "on" } as const;
    const task = await orderAndWait({ team, request });
    const spec = outputSpec(request);
    expect(task).toMatchObject({ status: "succeeded", progress: 1, failure: null });
    expect(task.output).toMatchObject({
      widthPx: spec.widthPx,
      heightPx: spec.heightPx,
      fps: spec.fps,
      durationSeconds: spec.durationSeconds,
      hasSound: true,
      mime: "video/mp4",
    });
    const asset = await systemDb.asset.findUniqueOrThrow({ where: { id: task.output?.assetId ?? "" } });
    expect(await blobs.hash(asset.storageKey)).toBe(asset.sha256);
    const [poster, preview] = [
      await blobs.read(asset.posterKey ?? ""),
      await blobs.read(asset.previewKey ?? ""),
    ];
    expect(Buffer.from(poster.subarray(8, 12)).toString()).toBe("WEBP");
    expect(Buffer.from(preview.subarray(4, 8)).toString()).toBe("ftyp");
    expect(task.events.map((event) => event.type)).toEqual([
      "created",
      "submitting",
      "accepted",
      "started",
      "finished",
      "succeeded",
    ]);
    expect(await ledgerOf(task.id)).toEqual([
      { kind: "reserve", units: 2.7 },
      { kind: "settle", units: 0 },
    ]);
  });

  test("an order from an uploaded picture is filmed in the picture's ratio", async () => {
    const team = await createTeam();
    const picture = await uploadPicture(team.caller, { widthPx: 480, heightPx: 640 });
    const request = {
      kind: "image2video",
      model_name: "kling-v3",
      duration: "3",
      image: picture.id,
      prompt: "wind",
    } as const;
    const task = await orderAndWait({ team, request });
    expect(task).toMatchObject({ status: "succeeded", inputs: [{ role: "image", assetId: picture.id }] });
    const { widthPx, heightPx } = outputSpec(request, { widthPx: 480, heightPx: 640 });
    expect(task.output).toMatchObject({ widthPx, heightPx });
  });

  test("a refused order fails in the provider's words and costs nothing", async () => {
    const task = await orderAndWait({
      team: await createTeam(),
      request: { ...SMALLEST, prompt: "[fail:1301]" },
    });
    expect(task).toMatchObject({
      status: "failed",
      failure: { code: 1301, retryable: false },
      settledUnits: 0,
    });
    expect(await ledgerOf(task.id)).toEqual([
      { kind: "reserve", units: 1.8 },
      { kind: "release", units: -1.8 },
    ]);
  });

  test("a task that fails late fails in the provider's words and costs nothing", async () => {
    const task = await orderAndWait({
      team: await createTeam(),
      request: { ...SMALLEST, prompt: "[fail:risk]" },
    });
    expect(task).toMatchObject({ status: "failed", failure: { code: "generation_failed" }, settledUnits: 0 });
    expect(task.failure?.message).toContain("risk control");
  });

  test("a provider without free places is asked again later, with the same id", async () => {
    const task = await orderAndWait({
      team: await createTeam(),
      request: { ...SMALLEST, prompt: "[fail:1303x2] [fail:risk]" },
    });
    const postponed = task.events.filter((event) => event.type === "postponed");
    expect(postponed.map((event) => event.data.code)).toEqual([1303, 1303]);
    expect(task.events.map((event) => event.type)).toContain("accepted");
    expect(await openedUpstream(task.upstreamExternalId)).toBe(1);
  });

  test.each(["[lost]", "[lost:call]"])(
    "after %s the provider has exactly one task of ours",
    async (order) => {
      const task = await orderAndWait({
        team: await createTeam(),
        request: { ...SMALLEST, prompt: `${order} [fail:risk]` },
      });
      expect(task.events.map((event) => event.type)).toEqual(expect.arrayContaining(["doubted", "accepted"]));
      expect(await openedUpstream(task.upstreamExternalId)).toBe(1);
    },
  );

  test("a download that breaks is made again", async () => {
    const task = await orderAndWait({
      team: await createTeam(),
      request: { ...SMALLEST, prompt: "[cut] a fox" },
    });
    expect(task.status).toBe("succeeded");
    expect(task.events.map((event) => event.type)).toContain("archive_delayed");
  });
});

async function openedUpstream(externalId: string): Promise<number> {
  return systemDb.sandboxTask.count({ where: { externalId, state: { not: "refused" } } });
}

test("a connection never runs more tasks at once than it may", async () => {
  const team = await createTeam({ maxParallel: 2 });
  const request = { ...SMALLEST, prompt: "[fail:risk] [slow:1]" } as const;
  const tasks = await createTasks({ caller: team.caller, request, takes: 7 });
  await until(
    async () =>
      (await systemDb.task.count({ where: { teamId: team.teamId, status: "failed" } })) === tasks.length,
    { withinMs: 50_000, what: "all tasks end" },
  );
  const events = await systemDb.taskEvent.findMany({
    where: { teamId: team.teamId },
    orderBy: { seq: "asc" },
  });
  const running = new Set<string>();
  let most = 0;
  for (const { taskId, status } of events) {
    if (["submitting", "submitted", "processing"].includes(status)) running.add(taskId);
    else running.delete(taskId);
    most = Math.max(most, running.size);
  }
  expect(most).toBe(2);
});
