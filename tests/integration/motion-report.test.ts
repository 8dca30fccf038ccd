import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { storeMedia } from "#lib/assets/store-media.ts";
import { uploadAsset } from "#lib/assets/upload-asset.ts";
import { measuredMotionSchema } from "#lib/contract/motion-report.ts";
import { systemDb } from "#lib/db/client.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { fileSha256 } from "#lib/media/file-sha256.ts";
import { closeProducerQueue, producerQueue } from "#lib/queue/queue.ts";
import { newId } from "#lib/shared/ids.ts";
import { blobs } from "#lib/storage/blobs.ts";
import { createTasks } from "#lib/tasks/create-tasks.ts";
import { getTask } from "#lib/tasks/get-task.ts";
import { measureMotion } from "#lib/worker/measure-motion.ts";
import type { WorkerDeps } from "#lib/worker/step-context.ts";
import { createTeam, type TestTeam } from "#tests/support/team-fixture.ts";
import { until } from "#tests/support/until.ts";
import { startWorker, type TestProcess } from "#tests/support/worker-process.ts";

const PATIENCE_MS = 120_000;
const SIZE = { width: 640, height: 360 };

type Inside = (x: number, y: number) => boolean;

const BALL: Inside = (x, y) => Math.hypot(x - 160, y - 180) < 60;
const RIGHT_EDGE: Inside = (x) => x > 520;

let team: TestTeam;
let imageId = "";
let worker: TestProcess;

beforeAll(async () => {
  team = await createTeam({ maxParallel: 5 });
  imageId = (await uploadAsset({ caller: team.caller, bytes: await picture(), name: "ball.png" })).id;
  // As large as the frames that motion is measured on.
  worker = startWorker({ SANDBOX_MAX_SIDE_PX: "320" });
});

afterAll(async () => {
  await worker.kill("SIGTERM");
  await closeProducerQueue();
});

/** A ball with a pattern of its own on ground of which every place looks different. */
function picture(): Promise<Buffer> {
  const pixels = Buffer.alloc(SIZE.width * SIZE.height * 3);
  for (let pixel = 0; pixel < pixels.length / 3; pixel += 1) {
    const [x, y] = [pixel % SIZE.width, Math.floor(pixel / SIZE.width)];
    const ground =
      120 + 45 * Math.sin(x / 21 + 1.7 * Math.sin(y / 33)) * Math.cos(y / 17 + 1.3 * Math.sin(x / 41));
    const ball = 170 + 60 * Math.sin(x / 9) * Math.cos(y / 11);
    pixels.set(BALL(x, y) ? [ball, ball / 2, 40] : [ground, ground, ground * 0.8], pixel * 3);
  }
  return sharp(pixels, { raw: { ...SIZE, channels: 3 } })
    .png()
    .toBuffer();
}

async function mask(isIn: Inside): Promise<string> {
  const pixels = Buffer.alloc(SIZE.width * SIZE.height);
  for (let pixel = 0; pixel < pixels.length; pixel += 1) {
    if (isIn(pixel % SIZE.width, Math.floor(pixel / SIZE.width))) pixels[pixel] = 255;
  }
  const png = await sharp(pixels, { raw: { ...SIZE, channels: 1 } })
    .png()
    .toBuffer();
  return png.toString("base64");
}

async function order(change: object): Promise<string> {
  const common = { kind: "image2video", image: imageId, prompt: "a ball", duration: "5" };
  const asked = { ...common, ...change } as TaskRequest; // checked by the order itself
  const request = await storeMedia(asked, { caller: team.caller, signal: new AbortController().signal });
  const [task] = await createTasks({ caller: team.caller, request });
  return task?.id ?? "";
}

async function reportOf(taskId: string) {
  const { motion } = await until(
    async () => {
      const task = await getTask({ caller: team.caller, taskId });
      return task.motion !== null && task;
    },
    { withinMs: PATIENCE_MS, what: `${taskId} is measured; the worker said ${worker.output()}` },
  );
  if (motion?.outcome !== "measured") throw new Error(`the outcome is ${motion?.outcome}`);
  return measuredMotionSchema.parse(motion);
}

test(
  "a clip ordered with a brush or a camera is measured after its delivery, and pages are told",
  async () => {
    const trajectories = [
      { x: 160, y: 180 },
      { x: 400, y: 180 },
    ];
    const brush = {
      model_name: "kling-v1",
      mode: "std",
      dynamic_masks: [{ mask: await mask(BALL), trajectories }],
      static_mask: await mask(RIGHT_EDGE),
    };
    const zoom = {
      model_name: "kling-v1-5",
      mode: "pro",
      camera_control: { type: "simple", config: { zoom: 6 } },
    };
    const [brushId, zoomId] = [await order(brush), await order(zoom)];

    const brushed = await reportOf(brushId);
    expect(brushed.score).toBeGreaterThanOrEqual(80);
    expect(brushed.regions).toMatchObject([{ region: 1 }]);
    expect(brushed.regions[0]?.errorShare).toBeLessThan(0.02);
    expect(brushed.stillDriftShare).toBeLessThan(0.005);

    const zoomed = await reportOf(zoomId);
    expect(zoomed.camera).toMatchObject({ move: "zoom", agrees: true, looksLike: "zoom" });

    const { events } = await getTask({ caller: team.caller, taskId: brushId });
    expect(events.map(({ type }) => type).slice(-2)).toEqual(["succeeded", "measured"]);
  },
  PATIENCE_MS * 2,
);

test("a clip that cannot be decoded gets a report that says so, once, however often its job runs", async () => {
  const taskId = await deliveredGarbage();
  const never = new AbortController().signal;
  const deps: WorkerDeps = {
    queue: await producerQueue(),
    blobs,
    providerOf: () => null,
    random: () => 0,
    stopping: never,
    stoppingNow: never,
  };
  await Promise.all([measureMotion(taskId, deps), measureMotion(taskId, deps)]);
  await measureMotion(taskId, deps);
  const { motion, status, events } = await getTask({ caller: team.caller, taskId });
  expect(motion).toEqual({ outcome: "unreadable" });
  expect(status).toBe("succeeded");
  expect(events.map(({ type }) => type)).toEqual(["measured"]);
});

/** A finished task with a camera whose file is no video at all. */
async function deliveredGarbage(): Promise<string> {
  const { teamId, connectionId, caller } = team;
  const workDir = await blobs.workDir();
  const path = join(workDir, "clip");
  await writeFile(path, "this is no video");
  const sha256 = await fileSha256(path);
  const storageKey = await blobs.publish({ path, sha256, extension: "mp4" });
  await rm(workDir, { recursive: true });
  const assetId = newId("asset");
  await systemDb.asset.create({
    data: {
      id: assetId,
      teamId,
      origin: "output",
      name: "clip",
      mime: "video/mp4",
      bytes: 16,
      sha256,
      storageKey,
    },
  });
  const id = newId("task");
  const camera_control = { type: "simple", config: { pan: 5 } };
  await systemDb.task.create({
    data: {
      id,
      teamId,
      connectionId,
      createdById: caller.userId,
      kind: "text2video",
      modelName: "kling-v1",
      prompt: "a kite",
      request: { kind: "text2video", model_name: "kling-v1", prompt: "a kite", camera_control },
      status: "succeeded",
      pace: "text2video",
      upstreamExternalId: `${id}-1`,
      outputs: {
        create: {
          id: newId("taskOutput"),
          position: 0,
          upstreamId: id,
          upstreamUrl: "https://a.example/",
          assetId,
        },
      },
    },
  });
  return id;
}
