import { createHash } from "node:crypto";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { renderClip } from "#lib/engine/render-clip.ts";
import { closeProducerQueue, producerQueue, type Queue } from "#lib/queue/queue.ts";
import type { BlobStore } from "#lib/storage/blob-store.ts";
import { blobs } from "#lib/storage/blobs.ts";
import { fetchAgain } from "#lib/tasks/fetch-again.ts";
import { GONE_TRIES } from "#lib/tasks/next-step.ts";
import { archiveTask } from "#lib/worker/archive-task.ts";
import { createThrowAwayDir } from "#scripts/postgres/throw-away.ts";
import { makeArchivingTask } from "#tests/support/archiving-task.ts";
import { type Reply, type ScriptedDownloads, scriptedDownloads } from "#tests/support/scripted-downloads.ts";
import { createTeam, type TestTeam } from "#tests/support/team-fixture.ts";
import { testSound } from "#tests/support/test-media.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

let queue: Queue;
let film: Buffer;
/** Quicker to take in than a film, and for a transfer it is all the same. */
const sound = testSound();
const SOUND = { labels: ["audio_wav"] } as const;

beforeAll(async () => {
  queue = await producerQueue();
  film = await render("a kite");
});

afterAll(closeProducerQueue);

async function render(prompt: string): Promise<Buffer> {
  const { readFile } = await import("node:fs/promises");
  const outDir = await createThrowAwayDir();
  const size = { widthPx: 480, heightPx: 480, fps: 24, durationSeconds: 3 };
  const { videoPath } = await renderClip({ kind: "text2video", prompt, hasSound: false, outDir, ...size });
  return readFile(videoPath);
}

/** Lets the worker try as often as told, or until the task is over. */
async function archive(
  taskId: string,
  from: ScriptedDownloads,
  options: { tries?: number; store?: BlobStore } = {},
) {
  const { tries = 8, store = blobs } = options;
  const never = new AbortController().signal;
  const deps = {
    queue,
    blobs: store,
    providerOf: () => from.provider,
    random: () => 0.5,
    stopping: never,
    stoppingNow: never,
  };
  let task = await taskOf(taskId);
  for (let attempt = 0; attempt < tries && task.status === "archiving"; attempt += 1) {
    await archiveTask(taskId, deps);
    task = await taskOf(taskId);
  }
  return task;
}

function taskOf(taskId: string) {
  return systemDb.task.findUniqueOrThrow({
    where: { id: taskId },
    include: { ledger: true, outputs: { include: { asset: true } } },
  });
}

async function expectStored(task: Awaited<ReturnType<typeof taskOf>>, file: Uint8Array) {
  const sha256 = createHash("sha256").update(file).digest("hex");
  const asset = task.outputs[0]?.asset;
  expect(task.status).toBe("succeeded");
  expect(asset).toMatchObject({ sha256, bytes: BigInt(file.byteLength) });
  expect(await blobs.hash(asset?.storageKey ?? "")).toBe(sha256);
}

const CUT: Reply = { cutAt: 0.5 };
const PAGE: Reply = { file: Buffer.from("<!doctype html><title>Please wait</title>"), mime: "text/html" };

describe("a download that goes wrong is carried on where it broke, and comes out right", () => {
  const CASES: readonly (readonly [string, readonly Reply[], number])[] = [
    ["is cut after 1 %", [{ cutAt: 0.01 }], 1.3],
    ["is cut in the middle", [CUT], 1.3],
    ["is cut before the last byte", [{ cutAt: 1 }], 1.3],
    ["is cut four times", [CUT, CUT, CUT, CUT], 1.3],
    ["meets a provider that is away", [CUT, { refuses: "unreachable" }, { refuses: "unreachable" }], 1.3],
    ["gets a page instead", [PAGE], 1.3],
    ["gets a page with the wrong type instead", [{ ...PAGE, mime: "video/mp4" }], 1.3],
    ["gets a page instead of the rest", [CUT, { ...PAGE, ignoresRange: true }], 1.3],
    ["is told a length that is too small", [{ told: 1000 }], 2.1],
    ["gets all of it instead of the rest", [CUT, { ignoresRange: true }], 1.6],
  ];

  test.each(CASES)("that %s", async (_name, replies, mostBytes) => {
    const from = scriptedDownloads({ file: sound, replies });
    const task = await archive(await makeArchivingTask(await createTeam(), SOUND), from);
    await expectStored(task, sound);
    expect(from.sentBytes() / sound.byteLength).toBeLessThanOrEqual(mostBytes);
    expect(task.ledger.map((entry) => entry.kind).sort()).toEqual(["reserve", "settle"]);
  });

  test("that is cut without a word and without a length is noticed, although the index is complete", async () => {
    const from = scriptedDownloads({ file: film, replies: [{ cutAt: 0.9, isSilent: true, told: null }] });
    await expectStored(await archive(await makeArchivingTask(await createTeam()), from), film);
    expect(from.calls).toHaveLength(2);
  });

  test("that finds another file under the address begins at the beginning", async () => {
    const file = Buffer.from(sound).fill(0, 1000, 2000);
    const from = scriptedDownloads({
      file,
      replies: [{ ...CUT, file: sound }, { tag: '"two"' }, { tag: '"two"' }],
    });
    await expectStored(await archive(await makeArchivingTask(await createTeam(), SOUND), from), file);
    expect(from.calls.map(({ fromByte }) => fromByte > 0)).toEqual([false, true, false]);
  });

  test("whose kept part was damaged meanwhile begins at the beginning", async () => {
    const from = scriptedDownloads({ file: sound, replies: [CUT] });
    const taskId = await makeArchivingTask(await createTeam(), SOUND);
    await archive(taskId, from, { tries: 1 });
    const { outputs } = await taskOf(taskId);
    const folder = await blobs.workDir(`part-${outputs[0]?.id}`);
    await writeFile(join(folder, "part"), Buffer.alloc(Math.floor(sound.byteLength / 2)));
    await expectStored(await archive(taskId, from), sound);
    expect(from.calls.map(({ fromByte }) => fromByte)).toEqual([0, 0]);
  });
});

test("a store that fails marks nothing as stored, and costs no second download", async () => {
  let failures = 2;
  const failing: BlobStore = {
    ...blobs,
    publish: (blob) =>
      failures-- > 0 ? Promise.reject(new Error("other bytes were read back")) : blobs.publish(blob),
  };
  const from = scriptedDownloads({ file: sound });
  const taskId = await makeArchivingTask(await createTeam(), SOUND);
  const before = await archive(taskId, from, { tries: 1, store: failing });
  expect(before).toMatchObject({ status: "archiving", outputs: [{ assetId: null }] });
  await expectStored(await archive(taskId, from, { store: failing }), sound);
  expect(from.calls).toHaveLength(1);
});

test("of several files each is safe as soon as it is here, and is fetched once", async () => {
  const from = scriptedDownloads({ file: sound, replies: [{}, { refuses: "unreachable" }] });
  const taskId = await makeArchivingTask(await createTeam(), { labels: ["audio_wav", "audio_mp3"] });
  const half = await archive(taskId, from, { tries: 1 });
  expect(half.outputs.map(({ assetId }) => assetId === null).sort()).toEqual([false, true]);
  const task = await archive(taskId, from);
  expect(task.status).toBe("succeeded");
  expect(from.calls).toHaveLength(3);
});

describe("a link that is dead", () => {
  const gone: Reply = { refuses: "gone" };

  test("is asked for anew", async () => {
    const query: Parameters<typeof scriptedDownloads>[0]["query"] = (outputs) =>
      outputs.map((output) => ({ ...output, url: "https://media.example/new" }));
    const from = scriptedDownloads({ file: sound, replies: [gone], query });
    await expectStored(await archive(await makeArchivingTask(await createTeam(), SOUND), from), sound);
    expect(from.calls.map(({ url }) => url)).toEqual([
      "https://media.example/0",
      "https://media.example/new",
    ]);
  });

  test("waits while the provider cannot be asked", async () => {
    const from = scriptedDownloads({ file: sound, replies: [gone, gone] });
    const task = await archive(await makeArchivingTask(await createTeam(), SOUND), from, { tries: 2 });
    expect(task.status).toBe("archiving");
  });

  test("for a moment costs nothing but that moment: a store may not show yet what was just written", async () => {
    const from = scriptedDownloads({ file: sound, replies: [gone, gone], query: () => [] });
    await expectStored(await archive(await makeArchivingTask(await createTeam(), SOUND), from), sound);
  });

  test("for good ends the task, which was made and is charged", async () => {
    const query = () => [];
    const from = scriptedDownloads({ file: sound, replies: Array(GONE_TRIES).fill(gone), query });
    const task = await archive(await makeArchivingTask(await createTeam(), SOUND), from);
    expect(task).toMatchObject({ status: "failed", failure: { code: "output_unusable" } });
    expect(task.settledUnits?.toNumber()).toBe(1.8);
  });

  test("after upstream's last day ends the task as well", async () => {
    const from = scriptedDownloads({ file: sound, replies: [{ refuses: "unreachable" }] });
    const dies = new Date(Date.now() - DAY_MS);
    expect(
      (await archive(await makeArchivingTask(await createTeam(), { ...SOUND, dies }), from)).status,
    ).toBe("failed");
  });
});

describe("a task that was done before it named a file", () => {
  const named: Parameters<typeof scriptedDownloads>[0]["query"] = (outputs) =>
    outputs.map((output) => ({ ...output, label: "audio_wav", url: "https://media.example/late" }));

  test("is asked once more, and what it names then is brought home", async () => {
    const from = scriptedDownloads({ file: sound, query: named });
    await expectStored(
      await archive(await makeArchivingTask(await createTeam(), { labels: [] }), from),
      sound,
    );
  });

  test("and never names one has nothing to fetch in the end, until somebody asks again", async () => {
    const team = await createTeam();
    const taskId = await makeArchivingTask(team, { labels: [] });
    const silent = await archive(taskId, scriptedDownloads({ file: sound, query: () => [] }));
    expect(silent).toMatchObject({ status: "failed", failure: { code: "output_unusable" } });
    await fetchAgain({ caller: team.caller, taskId });
    await expectStored(await archive(taskId, scriptedDownloads({ file: sound, query: named })), sound);
  });
});

describe("fetching again", () => {
  const rubbish: Reply = { file: Buffer.alloc(50_000, 7) };

  async function spoiled(team: TestTeam) {
    const from = scriptedDownloads({ file: film, replies: Array.from({ length: 5 }, () => rubbish) });
    const task = await archive(await makeArchivingTask(team), from);
    expect(task).toMatchObject({ status: "failed", failure: { code: "output_unusable" } });
    return { from, taskId: task.id };
  }

  test("brings home what was spoiled, and neither orders nor pays anything", async () => {
    const team = await createTeam();
    const { from, taskId } = await spoiled(team);
    expect(await fetchAgain({ caller: team.caller, taskId })).toMatchObject({
      status: "archiving",
      failure: null,
    });
    const task = await archive(taskId, from);
    await expectStored(task, film);
    expect(task.paidTry).toBe(1);
    expect(task.ledger.map((entry) => entry.kind).sort()).toEqual(["reserve", "settle"]);
    const budget = await systemDb.budget.findFirst({ where: { teamId: team.teamId, scope: "team" } });
    expect(budget?.usedUnits.toNumber() ?? 0).toBe(0); // the fixture's order never touched the budget, nor did this
  });

  test("may fail again, and again costs nothing", async () => {
    const team = await createTeam();
    const { taskId } = await spoiled(team);
    await fetchAgain({ caller: team.caller, taskId });
    const replies = Array<Reply>(GONE_TRIES).fill({ refuses: "gone" });
    const from = scriptedDownloads({ file: film, replies, query: () => [] });
    const task = await archive(taskId, from);
    expect(task).toMatchObject({ status: "failed", failure: { code: "output_unusable" } });
    expect(task.ledger).toHaveLength(2);
  });

  test("of what waits for its next try means now", async () => {
    const team = await createTeam();
    const taskId = await makeArchivingTask(team);
    const from = scriptedDownloads({
      file: film,
      replies: Array.from({ length: 9 }, () => ({ refuses: "unreachable" }) as const),
    });
    const waiting = await archive(taskId, from, { tries: 6 });
    expect(waiting.nextStepAt?.getTime()).toBeGreaterThan(Date.now() + 5_000);
    await fetchAgain({ caller: team.caller, taskId });
    const { nextStepAt, stepFailures } = await taskOf(taskId);
    expect(nextStepAt?.getTime()).toBeLessThanOrEqual(Date.now());
    expect(stepFailures).toBe(0);
    const jobs = await systemDb.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int FROM pgboss.job
      WHERE name = 'archive-task' AND data->>'taskId' = ${taskId} AND state = 'created' AND start_after <= now()`;
    expect(jobs[0]?.count).toBe(1);
  });

  test("is refused for what failed otherwise, and does not exist for another team", async () => {
    const [team, stranger] = [await createTeam(), await createTeam()];
    const { taskId } = await spoiled(team);
    await expect(fetchAgain({ caller: stranger.caller, taskId })).rejects.toMatchObject({
      code: "not_found",
    });
    await systemDb.task.update({
      where: { id: taskId },
      data: { failure: { code: "generation_failed", message: "", retryable: true } },
    });
    await expect(fetchAgain({ caller: team.caller, taskId })).rejects.toMatchObject({ code: "conflict" });
  });
});

test("nothing of all this is left over in the work folder", async () => {
  const left = await readdir(join(process.env.DATA_DIR ?? "", "media", "work"));
  const parts = await Promise.all(
    left.map((name) => readdir(join(process.env.DATA_DIR ?? "", "media", "work", name))),
  );
  expect(parts.flat().filter((name) => name !== "part" && name !== "part.json")).toEqual([]);
});
