import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepAsset } from "#lib/assets/keep-asset.ts";
import { NAMING_COLUMNS } from "#lib/assets/named-blobs.ts";
import { sweepBlobs } from "#lib/assets/sweep-blobs.ts";
import { systemDb } from "#lib/db/client.ts";
import { closeProducerQueue, producerQueue } from "#lib/queue/queue.ts";
import { newId } from "#lib/shared/ids.ts";
import type { BlobStore } from "#lib/storage/blob-store.ts";
import { diskBlobStore } from "#lib/storage/disk-blob-store.ts";
import { s3BlobStore } from "#lib/storage/s3-blob-store.ts";
import { archiveTask } from "#lib/worker/archive-task.ts";
import { makeArchivingTask } from "#tests/support/archiving-task.ts";
import { type S3Server, startS3Server } from "#tests/support/s3-server.ts";
import { scriptedDownloads } from "#tests/support/scripted-downloads.ts";
import { depsOf } from "#tests/support/step-harness.ts";
import { createTeam, type TestTeam } from "#tests/support/team-fixture.ts";
import { makePicture } from "#tests/support/test-picture.ts";

const root = join(process.env.DATA_DIR ?? "", "sweep-test");
let server: S3Server;
let team: TestTeam;

beforeAll(async () => {
  server = await startS3Server(join(root, "s3"), ["swept"]);
  team = await createTeam();
});
afterAll(() => server.stop());
afterAll(closeProducerQueue);

function inDays(days: number): Date {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000);
}

const NOTHING = { putAside: 0, broughtBack: 0, discarded: 0 };

async function publish(store: BlobStore, text: string): Promise<string> {
  const path = join(await store.workDir(), "file");
  await writeFile(path, text);
  const sha256 = createHash("sha256").update(text).digest("hex");
  return store.publish({ path, sha256, extension: "bin" });
}

async function nameIt(storageKey: string): Promise<void> {
  const [, sha256 = ""] = storageKey.split(/[/.]/);
  const { teamId } = team;
  const file = { teamId, sha256, storageKey, origin: "upload", name: "a file", mime: "text/plain", bytes: 1 };
  await systemDb.$transaction((tx) => keepAsset(tx, file));
}

const STORES: readonly (readonly [string, () => BlobStore])[] = [
  ["disk", () => diskBlobStore(join(root, "media"))],
  ["S3", () => s3BlobStore(server.place("swept"), join(root, "scratch"))],
];

describe.each(STORES)("the sweep of the store on %s", (name, open) => {
  test("takes away what no row names, in two steps, and nothing else", async () => {
    const store = open();
    const [named, unnamed] = [await publish(store, `named ${name}`), await publish(store, `unnamed ${name}`)];
    await nameIt(named);
    expect(await sweepBlobs(store, inDays(6)), "it is too young to be judged").toEqual(NOTHING);
    expect(await sweepBlobs(store, inDays(8))).toEqual({ ...NOTHING, putAside: 1 });
    expect(await store.size(unnamed)).toBeNull();
    expect(await sweepBlobs(store, inDays(13))).toEqual(NOTHING);
    expect(await sweepBlobs(store, inDays(15))).toEqual({ ...NOTHING, discarded: 1 });
    expect(Buffer.from(await store.read(named)).toString()).toBe(`named ${name}`);
  });

  test("brings back what a row names after all, whether or not it was published again", async () => {
    const store = open();
    const [once, twice] = [await publish(store, `once ${name}`), await publish(store, `twice ${name}`)];
    expect(await sweepBlobs(store, inDays(8))).toEqual({ ...NOTHING, putAside: 2 });
    await publish(store, `twice ${name}`);
    await nameIt(once);
    await nameIt(twice);
    expect(await sweepBlobs(store, inDays(30))).toEqual({ ...NOTHING, broughtBack: 2 });
    for (const key of [once, twice]) expect((await store.read(key)).byteLength).toBeGreaterThan(0);
  });

  test("in the middle of an archive loses nothing", async () => {
    const store = open();
    // The worst of it: after every file and before its row, as though the step took days.
    const swept: BlobStore = {
      ...store,
      async publish(blob) {
        const key = await store.publish(blob);
        await sweepBlobs(store, inDays(8));
        return key;
      },
    };
    const { provider } = scriptedDownloads({ file: await makePicture({ widthPx: 640, heightPx: 480 }) });
    const taskId = await makeArchivingTask(await createTeam(), { labels: ["image"] });
    const queue = await producerQueue();
    await archiveTask(taskId, { ...depsOf(queue, () => provider), blobs: swept });
    await sweepBlobs(store, inDays(30));
    const task = await systemDb.task.findUniqueOrThrow({
      where: { id: taskId },
      include: { outputs: { include: { asset: true } } },
    });
    expect(task.status).toBe("succeeded");
    const asset = task.outputs[0]?.asset;
    expect(await store.hash(asset?.storageKey ?? "")).toBe(asset?.sha256);
    expect(await store.size(asset?.posterKey ?? "")).toBeGreaterThan(0);
  });
});

test("a store that does not belong to this database is left alone", async () => {
  const store = diskBlobStore(join(root, "foreign"));
  for (let index = 0; index < 101; index += 1) await publish(store, `foreign ${index}`);
  expect(await sweepBlobs(store, inDays(8))).toEqual(NOTHING);
});

test("what the sandbox keeps is named as well", async () => {
  const store = diskBlobStore(join(root, "sandbox"));
  const [input, output] = [await publish(store, "given"), await publish(store, "made")];
  const id = newId("sandboxTask");
  const files = [{ file: "a.mp4", key: output, label: "video", mime: "video/mp4", durationSeconds: 5 }];
  await systemDb.sandboxTask.create({
    data: {
      id,
      externalId: id,
      request: {},
      state: "succeeded",
      startsAt: new Date(),
      inputs: { image: input },
      files,
    },
  });
  expect(await sweepBlobs(store, inDays(8))).toEqual(NOTHING);
});

/** Of the columns that could name a blob, those that never do. */
const OTHERS = [
  "ApiKey.accessKey",
  "AuditEntry.details",
  "Connection.pauseReason",
  "Connection.priceBook",
  "Draft.state",
  "Element.media",
  "IdempotencyKey.key",
  "IdempotencyKey.responseBody",
  "MotionReport.report",
  "RateLimit.key",
  "SandboxSession.data",
  "SandboxTask.failure",
  "SandboxTask.request",
  "SandboxTask.result",
  "Task.extraFields",
  "Task.failure",
  "Task.rawAnswer",
  "Task.request",
  "Task.result",
  "TaskEvent.data",
  "WebhookDelivery.body",
];

test("every column that may name a blob was thought of: what is missing here would be swept", async () => {
  const columns = await systemDb.$queryRaw<{ name: string }[]>`
    SELECT table_name || '.' || column_name AS "name" FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
      AND (data_type IN ('json', 'jsonb') OR (data_type IN ('text', 'ARRAY') AND column_name ~ '[kK]eys?$'))`;
  expect(columns.map(({ name }) => name).sort()).toEqual([...NAMING_COLUMNS, ...OTHERS].sort());
});
