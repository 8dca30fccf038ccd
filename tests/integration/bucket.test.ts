import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { startS3Server } from "#tests/support/s3-server.ts";
import { until } from "#tests/support/until.ts";

const dataDir = process.env.DATA_DIR ?? "";
const server = await startS3Server(join(dataDir, "s3"), ["media"]);
const { endpoint, credentials } = server.place("media");
const BUCKET = {
  STORAGE: "s3",
  S3_BUCKET: "media",
  S3_ENDPOINT: endpoint ?? "",
  S3_ACCESS_KEY_ID: credentials?.accessKeyId ?? "",
  S3_SECRET_ACCESS_KEY: credentials?.secretAccessKey ?? "",
  S3_PATH_STYLE: "true",
};
// Modules of `lib` read the environment when they are loaded.
Object.assign(process.env, BUCKET);
const [
  { systemDb },
  { closeProducerQueue },
  { blobs },
  { createTasks },
  { findAssetFile },
  { mediaResponse },
  { createTeam },
  { uploadPicture },
  { startWorker },
] = await Promise.all([
  import("#lib/db/client.ts"),
  import("#lib/queue/queue.ts"),
  import("#lib/storage/blobs.ts"),
  import("#lib/tasks/create-tasks.ts"),
  import("#lib/assets/find-asset-file.ts"),
  import("#lib/http/media-response.ts"),
  import("#tests/support/team-fixture.ts"),
  import("#tests/support/test-picture.ts"),
  import("#tests/support/worker-process.ts"),
]);

afterAll(async () => {
  await closeProducerQueue();
  await server.stop();
});

test("with media in a bucket a picture becomes a clip that plays, and no medium stays on this machine", {
  timeout: 120_000, // only to end a loop
}, async () => {
  const { caller, teamId } = await createTeam();
  const picture = await uploadPicture(caller, { widthPx: 400, heightPx: 400 });
  const request = { kind: "image2video", model_name: "kling-v3", duration: "3", image: picture.id } as const;
  const [ordered] = await createTasks({ caller, request: { ...request, prompt: "wind" } });
  const worker = startWorker(BUCKET);
  const madeOutput = () =>
    systemDb.taskOutput.findFirst({ where: { taskId: ordered?.id ?? "", assetId: { not: null } } });
  const output = await until(madeOutput, { withinMs: 100_000, what: "the clip is archived" });
  await worker.kill("SIGTERM");

  const asset = await systemDb.asset.findFirstOrThrow({ where: { id: output.assetId ?? "", teamId } });
  expect(await blobs.hash(asset.storageKey)).toBe(asset.sha256);
  const file = await findAssetFile({ teamId, assetId: asset.id, variant: "content" });
  const part = mediaResponse(new Request("http://studio/", { headers: { range: "bytes=4-7" } }), file);
  expect(part.status).toBe(206);
  expect(await part.text()).toBe("ftyp");
  const poster = await findAssetFile({ teamId, assetId: asset.id, variant: "poster" });
  const whole = await mediaResponse(new Request("http://studio/"), poster).arrayBuffer();
  expect(whole.byteLength).toBe(poster.bytes);
  expect(existsSync(join(dataDir, "media"))).toBe(false);
});

test("two workers share nothing but database and bucket: either goes on with what the other began, also when one dies", {
  timeout: 180_000, // only to end a loop
}, async () => {
  const { caller, teamId } = await createTeam({ maxParallel: 9 });
  const picture = await uploadPicture(caller, { widthPx: 400, heightPx: 400 });
  const still = { kind: "image-generation", model_name: "kling-v1-5", n: 1 } as const;
  const clip = { kind: "image2video", model_name: "kling-v3", duration: "3", image: picture.id } as const;
  for (const prompt of ["a", "b", "c", "d", "e", "f"])
    await createTasks({ caller, request: { ...still, prompt } });
  await createTasks({ caller, request: { ...clip, prompt: "wind" } });
  const workers = ["one", "two"].map((name) => startWorker({ ...BUCKET, DATA_DIR: join(dataDir, name) }));
  const count = (status: string) => systemDb.task.count({ where: { teamId, status } });
  await until(async () => (await count("succeeded")) > 1, { withinMs: 100_000, what: "some are done" });
  await workers[0]?.kill("SIGKILL");
  await until(async () => (await count("succeeded")) + (await count("failed")) === 7, {
    withinMs: 150_000,
    what: `all are done; the second worker said ${workers[1]?.output()}`,
  });
  await workers[1]?.kill("SIGTERM");
  expect(await count("failed")).toBe(0);
});
