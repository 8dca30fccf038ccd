import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Image2VideoRequest } from "#lib/kling/requests/image2video.ts";
import type { BrushDocument, Operation } from "#lib/motion/document.ts";
import { exportBrush } from "#lib/motion/export/export-brush.ts";
import { areaOperation } from "#lib/motion/forms/area-form.ts";
import { BrushHistory } from "#lib/motion/history/brush-history.ts";
import { type Label, type LabelBuffer, REGIONS, STILL } from "#lib/motion/labels.ts";
import { imagePoint } from "#lib/motion/point.ts";
import type { Provider } from "#lib/providers/provider.ts";
import type { TestTeam } from "#tests/support/team-fixture.ts";
import { KEY, type MockUpstream, startMockUpstream } from "./providers/mock-upstream.ts";

let upstream: MockUpstream;

beforeAll(async () => {
  upstream = await startMockUpstream("native");
  // lib/env.ts reads the environment when it is first loaded: so nothing that needs it is imported before.
  process.env.OUTBOUND_ALLOWED_HOSTS = upstream.host;
});

afterAll(async () => {
  upstream.close();
  await (await import("#lib/queue/queue.ts")).closeProducerQueue();
});

const SIZE = { widthPx: 640, heightPx: 384 };

/** What a person draws: six regions that overlap, the still area under them, and a way for each region. */
const DRAWN: BrushDocument = { size: SIZE, done: [areaOf(STILL), ...REGIONS.flatMap(moving)], undone: [] };

/** Where one region is enough: each mask is decoded in a process of its own. */
const ONE: BrushDocument = { ...DRAWN, done: moving(1) };

describe("what is painted", () => {
  test("reaches the upstream as masks of the picture's size, two-level and disjoint, and as paths from below", async () => {
    const { labels } = new BrushHistory(DRAWN);
    const { task, body } = await orderAndSubmit({ drawn: DRAWN });
    const masks = [body.static_mask, ...(body.dynamic_masks ?? []).map(({ mask }) => mask)];
    const owners = await ownersOf(masks);
    expect(owners).toEqual(expectedOwners(labels));
    for (const [index, { trajectories }] of (body.dynamic_masks ?? []).entries()) {
      const drawn = pathOf(index + 1);
      expect(trajectories).toHaveLength(drawn.length);
      for (const [nth, { x, y }] of trajectories.entries()) {
        expect(Math.abs(x - (drawn[nth]?.x ?? 0))).toBeLessThanOrEqual(1);
        expect(Math.abs(SIZE.heightPx - y - (drawn[nth]?.y ?? 0))).toBeLessThanOrEqual(1);
      }
    }
    const roles = task.inputs.map(({ role }) => role).sort();
    expect(roles).toEqual([
      ...REGIONS.map((_, index) => `dynamic_masks[${index}].mask`),
      "image",
      "static_mask",
    ]);
    expect(await originsOf(task.inputs.map(({ assetId }) => assetId))).toEqual(["mask", "upload"]);
  });

  test("is turned round for an upstream that takes black for painted", async () => {
    const { labels } = new BrushHistory(ONE);
    const { invertMask } = await import("#lib/media/invert-mask.ts");
    const { body } = await orderAndSubmit({ drawn: ONE, provider: { invertMask } });
    const [{ mask = "" } = {}] = body.dynamic_masks ?? [];
    const pixels = await levelsOf(mask);
    expect(pixels.map((level) => (level === 0 ? 1 : 0))).toEqual(
      labels.owners.map((owner) => (owner === 1 ? 1 : 0)),
    );
  });

  test("is refused at the studio's door by the rules of every other door", async () => {
    const team = await newTeam();
    const masks = await masksOf(ONE);
    const picture = await pictureOf(team);
    const elsewhere = { model_name: "kling-v3", prompt: "a boat" } as const;
    await expect(order(team, { ...SETTINGS, ...elsewhere, ...masks, image: picture })).rejects.toMatchObject({
      details: { violations: [{ code: "masks_unsupported", path: "dynamic_masks" }] },
    });
    const tooTall = await masksOf({ ...ONE, size: { widthPx: 640, heightPx: 640 } });
    await expect(order(team, { ...SETTINGS, ...tooTall, image: picture })).rejects.toMatchObject({
      code: "unprocessable",
      details: { violations: expect.arrayContaining([expect.objectContaining({ code: "mask_ratio" })]) },
    });
    const withTail = { ...SETTINGS, ...masks, image: picture, image_tail: picture };
    await expect(order(team, withTail)).rejects.toMatchObject({
      details: { violations: expect.arrayContaining([expect.objectContaining({ code: "masks_excluded" })]) },
    });
  });

  test("does not stand among the team's pictures, and an address is not fetched for it", async () => {
    const team = await newTeam();
    const masks = await masksOf(ONE);
    await order(team, { ...SETTINGS, ...masks, image: await pictureOf(team) });
    const { listAssets } = await import("#lib/assets/list-assets.ts");
    const { assets } = await listAssets({ caller: team.caller, origin: "upload", limit: 100 });
    expect(assets.map(({ name }) => name)).toEqual(["picture.png"]);
    await expect(order(team, { ...SETTINGS, image: `${upstream.origin}/a.png` })).rejects.toMatchObject({
      details: { path: "image" },
    });
  });
});

test("a move of the camera is sent in the words of the upstream's documents", async () => {
  const camera = { type: "simple", config: { pan: 4 } } as const;
  const request = { ...SETTINGS, model_name: "kling-v1-5", mode: "pro", camera_control: camera } as const;
  const asNow = await orderAndSubmit({ request });
  expect(asNow.body.camera_control).toEqual(camera);
  const asOnce = await orderAndSubmit({ request, provider: { hasOldAxes: true } });
  expect(asOnce.body.camera_control).toEqual({ type: "simple", config: { tilt: 4 } });
});

const SETTINGS = { kind: "image2video", model_name: "kling-v1", mode: "std", duration: "5" } as const;

type Case = {
  readonly request?: Image2VideoRequest;
  readonly drawn?: BrushDocument;
  readonly provider?: Parameters<typeof import("./providers/open-provider.ts").openProvider>[0]["provider"];
};

/** Orders at the studio's door, takes one submission step, and reads what the upstream was sent. */
async function orderAndSubmit({ request = SETTINGS, drawn, provider }: Case) {
  const team = await newTeam();
  const image = await pictureOf(team);
  const masks = drawn === undefined ? {} : await masksOf(drawn);
  const task = await order(team, { ...request, ...masks, image });
  await submitOnce(task.id, provider);
  const body: Image2VideoRequest = JSON.parse(upstream.calls.at(-1)?.body ?? "");
  return { task, body };
}

/** As the route does. */
async function order({ caller }: TestTeam, given: Image2VideoRequest) {
  const { storeMedia } = await import("#lib/assets/store-media.ts");
  const { createTasks } = await import("#lib/tasks/create-tasks.ts");
  const { getTask } = await import("#lib/tasks/get-task.ts");
  const { signal } = new AbortController();
  const request = await storeMedia(given, { caller, signal, leaves: "url" });
  const [task] = await createTasks({ caller, request });
  return getTask({ caller, taskId: task?.id ?? "" });
}

async function submitOnce(taskId: string, provider: Case["provider"] = {}): Promise<void> {
  const { openProvider } = await import("./providers/open-provider.ts");
  const { depsOf } = await import("#tests/support/step-harness.ts");
  const { submitTask } = await import("#lib/worker/submit-task.ts");
  const { producerQueue } = await import("#lib/queue/queue.ts");
  const baseUrl = upstream.origin;
  const opened: Provider = openProvider({
    dialect: "native",
    preset: "official_global",
    baseUrl,
    key: KEY,
    provider,
  });
  await submitTask(
    taskId,
    depsOf(await producerQueue(), () => opened),
  );
}

async function newTeam(): Promise<TestTeam> {
  const { createTeam } = await import("#tests/support/team-fixture.ts");
  const { systemDb } = await import("#lib/db/client.ts");
  const team = await createTeam();
  const where = { id: team.connectionId };
  await systemDb.connection.update({ where, data: { provider: "native", preset: "official_global" } });
  return team;
}

async function pictureOf({ caller }: TestTeam): Promise<string> {
  const { uploadPicture } = await import("#tests/support/test-picture.ts");
  return (await uploadPicture(caller, SIZE)).id;
}

async function originsOf(assetIds: readonly string[]): Promise<string[]> {
  const { systemDb } = await import("#lib/db/client.ts");
  const rows = await systemDb.asset.findMany({ where: { id: { in: [...assetIds] } } });
  return [...new Set(rows.map(({ origin }) => origin))].sort();
}

/** What the browser's worker makes of a document (`lib/client/mask-export.ts`). */
async function masksOf(
  document: BrushDocument,
): Promise<Pick<Image2VideoRequest, "static_mask" | "dynamic_masks">> {
  const made = await exportBrush(new BrushHistory(document));
  if (!("brush" in made)) throw new Error(JSON.stringify(made.refusals));
  const { static_mask, dynamic_masks } = made.brush;
  return {
    ...(static_mask && { static_mask: Buffer.from(static_mask).toString("base64") }),
    dynamic_masks: dynamic_masks.map(({ mask, trajectories }) => ({
      mask: Buffer.from(mask).toString("base64"),
      trajectories: [...trajectories],
    })),
  };
}

function areaOf(label: Label): Operation {
  const place = { centerXPx: 60 + label * 70, centerYPx: 190 + label * 3, widthPx: 120, heightPx: 160 };
  return areaOperation({ shape: label === STILL ? "rectangle" : "ellipse", ...place, label, locked: [] });
}

function moving(region: (typeof REGIONS)[number]): Operation[] {
  return [areaOf(region), { type: "path", region, path: pathOf(region) }];
}

/** From near the region's middle up and to the right, with a corner. */
function pathOf(region: number) {
  return [
    [60 + region * 70, 190],
    [80 + region * 70, 40 + region],
    [100 + region * 70, 30],
  ].map(([x = 0, y = 0]) => imagePoint(x, y));
}

/** The levels of a mask as it was sent, one number for each pixel: it must be of the picture's size and have two levels. */
async function levelsOf(base64: string): Promise<Uint8Array> {
  const { data, info } = await sharp(Buffer.from(base64, "base64"))
    .toColourspace("b-w")
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([info.width, info.height, info.channels]).toEqual([SIZE.widthPx, SIZE.heightPx, 1]);
  expect([...new Set(data)].sort((a, b) => a - b)).toEqual([0, 255]);
  return Uint8Array.from(data);
}

/** Which mask (counted from 1) is white at each pixel; fails where two are. */
async function ownersOf(masks: readonly (string | undefined)[]): Promise<Uint8Array> {
  const owners = new Uint8Array(SIZE.widthPx * SIZE.heightPx);
  for (const [index, mask = ""] of masks.entries()) {
    for (const [pixel, level] of (await levelsOf(mask)).entries()) {
      if (level === 0) continue;
      if (owners[pixel] !== 0) expect.fail(`two masks have pixel ${pixel}`);
      owners[pixel] = index + 1;
    }
  }
  return owners;
}

/** The still area is the first of the masks, region 1 the second, and so on. */
function expectedOwners({ owners }: LabelBuffer): Uint8Array {
  return owners.map((owner) => (owner === 0 ? 0 : owner === STILL ? 1 : owner + 1));
}
