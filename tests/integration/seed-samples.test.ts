import "#tests/support/seed-hosts.ts"; // first: it sets the environment that the others read

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET as getKling, POST as postKling } from "#app/kling/[...path]/route.ts";
import { GET, POST } from "#app/v1/[...path]/route.ts";
import { GET as getFile } from "#app/v1/files/[assetId]/route.ts";
import { parseLossless } from "#lib/kling/json.ts";
import { probeVideo } from "#lib/media/probe-video.ts";
import { closeProducerQueue } from "#lib/queue/queue.ts";
import { createApiKey } from "#lib/teams/create-api-key.ts";
import { seedHosts } from "#tests/support/seed-hosts.ts";
import { SEED_SAMPLES, type SeedSample } from "#tests/support/seed-samples.ts";
import { createTeam } from "#tests/support/team-fixture.ts";
import { until } from "#tests/support/until.ts";
import { startWorker, type TestProcess } from "#tests/support/worker-process.ts";

/** Two dozen clips of up to ten seconds on whatever machine this is. */
const TASK_MS = 300_000;

let key: string;
let worker: TestProcess;
let workDir: string;

beforeAll(async () => {
  const { teamId, caller } = await createTeam({ maxParallel: 2 });
  const { userId } = caller;
  const keys = await createApiKey({ teamId, userId, name: "seeds", scope: "create", expiresAt: null });
  key = keys.key;
  worker = startWorker();
  workDir = await mkdtemp(join(tmpdir(), "seed-samples-"));
});

afterAll(async () => {
  await worker.kill("SIGTERM");
  await closeProducerQueue();
  await seedHosts.close();
  await rm(workDir, { recursive: true, force: true });
});

const clips = SEED_SAMPLES.filter(({ method, path }) => method === "POST" && !path.includes("/elements/"));

describe("a client of one of the seed documents changes only its address and its key", () => {
  test.each(clips)(
    "$seed, $path, $title: ends in a video that plays",
    async (sample) => {
      const isNative = sample.path.startsWith("/kling/");
      const created = await send(sample);
      if (created.status !== 200) throw new Error(JSON.stringify(created.body));
      const url = isNative ? await nativeVideo(sample, created.body) : await jobVideo(sample, created.body);
      const facts = await play(url);
      expect(facts).toMatchObject({ container: "mp4", isFastStart: true });
      expect(Math.max(facts.widthPx, facts.heightPx), "as large as this worker makes practice").toBe(192);
      const wanted = secondsIn(sample);
      if (wanted !== undefined) expect(facts.durationSeconds).toBeCloseTo(wanted, 0);
    },
    TASK_MS,
  );

  test("an element is made, listed, and deleted by its id", async () => {
    const [create, remove] = SEED_SAMPLES.filter(
      ({ method, path }) => method === "POST" && path.includes("/elements/"),
    );
    if (create === undefined || remove === undefined) throw new Error("the document has both");
    const created = await send(create);
    expect(created).toMatchObject({
      status: 200,
      body: { code: 0, data: { element_name: "测试主体", tag_list: [{ id: "o_102" }] } },
    });
    const id: string = String(created.body.data.element_id);
    const listed = await read("/v1/elements/custom?page_num=1&page_size=30");
    expect(listed.body.data.map((element: { element_id: unknown }) => String(element.element_id))).toEqual([
      id,
    ]);

    // The printed id is nobody's here; with our own in its place the same call deletes.
    expect(await send(remove)).toMatchObject({ status: 400, body: { code: 1201 } });
    const printed = "842130978230767622";
    const own = { ...remove, body: remove.body?.replace(printed, id) };
    expect(await send(own)).toMatchObject({ status: 200, body: { data: { task_status: "succeed" } } });
    expect((await read("/v1/elements/custom?page_num=1&page_size=30")).body.data).toEqual([]);
  }, 120_000);

  test("the presets are listed, and a job that never was is told like any unknown one", async () => {
    const presets = await read("/v1/elements/presets?page_num=1&page_size=30");
    expect(presets).toMatchObject({ status: 200, body: { code: 0 } });
    expect(presets.body.data[0]).toMatchObject({ owned_by: "kling" });
    for (const { path } of SEED_SAMPLES.filter((it) => it.path.startsWith("/v1/videos/"))) {
      expect(await read(path)).toMatchObject({ status: 400, body: { code: 1201 } });
    }
  });

  test("every host that the samples name was asked through the guarded door", () => {
    const hosts = new Set(seedHosts.asked.map((it) => it.split("/")[0]));
    expect([...hosts].toSorted()).toEqual([
      "cdn.wanx.aliyuncs.com",
      "example.com",
      "p4-kling.klingai.com",
      "wanx.alicdn.com",
    ]);
  });
});

/** The unified and the generations documents read a job in the same place (S002, S003). */
async function jobVideo({ body = "" }: SeedSample, created: Answer["body"]): Promise<string> {
  const { model } = JSON.parse(body);
  expect(created).toMatchObject({ status: "pending", model });
  const job = await until(
    async () => {
      const { body } = await read(`/v1/videos/${created.id}`);
      return ["completed", "failed"].includes(body.status) && body;
    },
    { withinMs: TASK_MS, what: `the job ends; the worker said ${worker.output()}` },
  );
  if (job.status === "failed") throw new Error(job.error);
  expect(job).toMatchObject({
    id: created.id,
    task_id: created.id,
    object: "video.generation.job",
    model,
    status: "completed",
    progress: 100,
    usage: { video_count: 1, size: expect.stringMatching(/^\d+\*\d+$/) },
  });
  return job.video_url;
}

async function nativeVideo({ path }: SeedSample, created: Answer["body"]): Promise<string> {
  expect(created).toMatchObject({ code: 0, data: { task_status: "submitted" } });
  const task = await until(
    async () => {
      const { data } = (await read(`${path}/${created.data.task_id}`)).body;
      return ["succeed", "failed"].includes(data.task_status) && data;
    },
    { withinMs: TASK_MS, what: `the task ends; the worker said ${worker.output()}` },
  );
  if (task.task_status === "failed") throw new Error(task.task_status_msg);
  return task.task_result.videos[0].url;
}

/** What the client asked for; undefined where the length is that of a given video. */
function secondsIn({ body = "" }: SeedSample): number | undefined {
  const { seconds, duration } = JSON.parse(body);
  const told = seconds ?? duration;
  return told === undefined ? undefined : Number(told);
}

type Answer = {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: as in every client, the test looks at what it expects
  readonly body: any;
};

function send({ path, body }: SeedSample): Promise<Answer> {
  return answerOf(path, { method: "POST", body });
}

function read(path: string): Promise<Answer> {
  return answerOf(path, { method: "GET" });
}

async function answerOf(
  path: string,
  init: { method: "GET" | "POST"; body?: string | undefined },
): Promise<Answer> {
  const [getIt, postIt] = path.startsWith("/kling/") ? [getKling, postKling] : [GET, POST];
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const { method, body } = init;
  const request = new Request(`http://studio.test${path}`, {
    method,
    headers,
    ...(body !== undefined && { body }),
  });
  const response = await (method === "GET" ? getIt : postIt)(request);
  return { status: response.status, body: parseLossless(await response.text()) };
}

/** Plays the part of a player: neither key nor cookie. */
async function play(url: string) {
  const assetId = new URL(url).pathname.split("/").at(-1) ?? "";
  const response = await getFile(new Request(url), { params: Promise.resolve({ assetId }) });
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "video/mp4"]);
  const path = join(workDir, assetId);
  await writeFile(path, new Uint8Array(await response.arrayBuffer()));
  return probeVideo(path);
}
