import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { PART_BYTES } from "#lib/assets/resumable/receive-bytes.ts";
import { sweepUploads } from "#lib/assets/resumable/sweep-uploads.ts";
import { MAX_UNFINISHED_UPLOADS } from "#lib/contract/upload-limits.ts";
import { describeUploadsOperation, getUploadOffsetOperation } from "#lib/contract/uploads.ts";
import { systemDb } from "#lib/db/client.ts";
import { blobs } from "#lib/storage/blobs.ts";
import { createTeam } from "#tests/support/team-fixture.ts";
import { testFilm, testSound } from "#tests/support/test-media.ts";
import { makePicture } from "#tests/support/test-picture.ts";
import { type TusClient, tusClient } from "#tests/support/tus-client.ts";
import { makeCookie } from "./routes/actors.ts";
import { call } from "./routes/call.ts";

afterAll(() => systemDb.$disconnect());
beforeEach(() => systemDb.rateLimit.deleteMany());
/** Each test counts what is left behind. */
afterEach(async () => {
  await systemDb.upload.deleteMany();
  await sweepUploads(blobs, new Date(Date.now() + 7_200_000));
});

async function studio() {
  const team = await createTeam();
  const cookie = await makeCookie(team.caller.userId);
  return { ...team, cookie, tus: tusClient({ cookie }) };
}

const PICTURE = { name: "sea.png", type: "image/png" };

/** Everything that an upload could leave behind. */
async function traces(teamId: string) {
  const root = join(process.env.DATA_DIR ?? "", "media");
  const parts = await readdir(join(root, "parts")).catch(() => []);
  const work = await readdir(join(root, "work")).catch(() => []);
  const [uploads, assets] = [
    await systemDb.upload.count({ where: { teamId } }),
    await systemDb.asset.count({ where: { teamId } }),
  ];
  return { parts, work, uploads, assets };
}

const NO_TRACE = { parts: [], work: [], uploads: 0, assets: 0 };

describe("an upload", () => {
  test("in pieces is one file, and finishing it again gives the same one", async () => {
    const { tus, teamId } = await studio();
    const bytes = await makePicture({ widthPx: 500, heightPx: 400 });
    const id = await tus.begin({ ...PICTURE, length: bytes.byteLength });
    const middle = Math.floor(bytes.byteLength / 2);
    const first = await tus.patch(id, 0, bytes.subarray(0, middle));
    expect([first.status, first.headers.get("upload-offset")]).toEqual([204, String(middle)]);
    const early = await tus.finish(id);
    expect(early.status).toBe(409);
    expect(await early.json()).toMatchObject({ details: { reason: "incomplete", offset: middle } });
    expect((await tus.patch(id, middle, bytes.subarray(middle))).status).toBe(204);
    const finished = await tus.finish(id);
    const asset = await finished.json();
    expect(finished.status, JSON.stringify(asset)).toBe(201);
    expect(asset).toMatchObject({ name: "sea.png", mime: "image/png", widthPx: 500, hasPoster: true });
    expect((await (await tus.finish(id)).json()).id).toBe(asset.id);
    expect(await traces(teamId)).toEqual({ ...NO_TRACE, uploads: 1, assets: 1 });
  });

  test("of a film and of a sound are what their content says", async () => {
    const { tus } = await studio();
    const film = await tus.send({ name: "film.mp4", type: "video/mp4", bytes: await testFilm() });
    expect(await film.json()).toMatchObject({ mime: "video/mp4", widthPx: 1920, fps: 24, hasSound: false });
    const sound = await tus.send({ name: "hum.wav", type: "audio/x-wav", bytes: testSound() });
    expect(await sound.json()).toMatchObject({ mime: "audio/wav", durationSeconds: 6, hasPoster: false });
  });

  test("that is finished twice at once is one file", async () => {
    const { tus, teamId } = await studio();
    const bytes = await makePicture({ widthPx: 500, heightPx: 400 });
    const id = await tus.begin({ ...PICTURE, length: bytes.byteLength });
    await tus.patch(id, 0, bytes);
    const answers = await Promise.all([tus.finish(id), tus.finish(id)]);
    const [one, other] = await Promise.all(answers.map((answer) => answer.json()));
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(other.id).toBe(one.id);
    expect(await systemDb.asset.count({ where: { teamId } })).toBe(1);
  });

  test("speaks tus 1.0.0: its headers, and no other version", async () => {
    const { tus, cookie } = await studio();
    const described = await call(describeUploadsOperation, {}, {});
    expect(Object.fromEntries(described.headers)).toMatchObject({
      "tus-version": "1.0.0",
      "tus-extension": "creation,termination,expiration",
      "tus-max-size": String(200 * 1024 * 1024),
    });
    const id = await tus.begin({ ...PICTURE, length: 7 });
    const head = await tus.head(id);
    expect(Object.fromEntries(head.headers)).toMatchObject({
      "tus-resumable": "1.0.0",
      "upload-offset": "0",
      "upload-length": "7",
      "cache-control": "no-store",
    });
    expect(Date.parse(head.headers.get("upload-expires") ?? "")).toBeGreaterThan(Date.now());
    const other = { params: { uploadId: id }, headers: { "tus-resumable": "0.2.2" } };
    const refused = await call(getUploadOffsetOperation, other, { cookie });
    expect([refused.status, refused.headers.get("tus-version")]).toEqual([412, "1.0.0"]);
    expect((await tus.patch(id, 0, new Uint8Array(7), { "content-type": "text/plain" })).status).toBe(415);
    expect(await tus.offset(id)).toBe(0);
  });

  test("that is given up leaves nothing", async () => {
    const { tus, teamId } = await studio();
    const id = await tus.begin({ ...PICTURE, length: 7 });
    await tus.patch(id, 0, new Uint8Array(3));
    expect((await tus.end(id)).status).toBe(204);
    for (const answer of [await tus.head(id), await tus.end(id), await tus.finish(id)])
      expect(answer.status).toBe(404);
    expect(await traces(teamId)).toEqual(NO_TRACE);
  });

  test("that expired is gone, with its bytes", async () => {
    const { tus, teamId } = await studio();
    const id = await tus.begin({ ...PICTURE, length: 7 });
    await tus.patch(id, 0, new Uint8Array(3));
    expect((await sweepUploads(blobs, new Date())).expired).toBe(0);
    await systemDb.upload.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect((await tus.head(id)).status).toBe(404);
    expect((await tus.patch(id, 3, new Uint8Array(4))).status).toBe(404);
    expect(await sweepUploads(blobs, new Date())).toEqual({ expired: 1, orphaned: 0 });
    expect(await traces(teamId)).toEqual(NO_TRACE);
  });

  test("whose team is gone leaves parts, which the sweep takes an hour later", async () => {
    const { tus, teamId } = await studio();
    const id = await tus.begin({ ...PICTURE, length: 7 });
    await tus.patch(id, 0, new Uint8Array(3));
    await systemDb.upload.delete({ where: { id } });
    expect((await sweepUploads(blobs, new Date())).orphaned).toBe(0);
    expect((await sweepUploads(blobs, new Date(Date.now() + 3_700_000))).orphaned).toBe(1);
    expect(await traces(teamId)).toEqual(NO_TRACE);
  });
});

describe("the next bytes", () => {
  test("at a wrong offset are refused, and change nothing", async () => {
    const { tus } = await studio();
    const id = await tus.begin({ ...PICTURE, length: 7 });
    await tus.patch(id, 0, new Uint8Array(3));
    const before = await systemDb.upload.findUniqueOrThrow({ where: { id }, include: { parts: true } });
    for (const offset of [0, 2, 4, 7, 8, 1_000_000]) {
      const refused = await tus.patch(id, offset, new Uint8Array(1));
      expect(refused.status).toBe(409);
      expect(await refused.json()).toMatchObject({ details: { reason: "offset", offset: 3 } });
    }
    const after = await systemDb.upload.findUniqueOrThrow({ where: { id }, include: { parts: true } });
    expect(after).toEqual(before);
  });

  test("of a body that breaks off are kept as far as they came", async () => {
    const { tus } = await studio();
    const id = await tus.begin({ name: "a.mp4", type: "video/mp4", length: 3 * PART_BYTES });
    async function* broken() {
      yield new Uint8Array(PART_BYTES + 5).fill(1);
      yield new Uint8Array(6).fill(2);
      throw new Error("the train is in a tunnel");
    }
    expect((await tus.pour(id, 0, broken())).status).toBe(400);
    expect(await tus.offset(id)).toBe(PART_BYTES + 11);
    const parts = await systemDb.uploadPart.findMany({ where: { uploadId: id }, orderBy: { offset: "asc" } });
    expect(parts.map(({ offset, bytes }) => [offset, bytes])).toEqual([
      [0, PART_BYTES],
      [PART_BYTES, 11],
    ]);
  });

  test("from two tabs never mix: the second is refused while the first one sends", async () => {
    const { tus } = await studio();
    const id = await tus.begin({ name: "a.mp4", type: "video/mp4", length: 20 });
    const arrived = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    async function* slowly() {
      yield new Uint8Array(5).fill(1);
      arrived.resolve();
      await goOn.promise;
      yield new Uint8Array(5).fill(1);
    }
    const first = tus.pour(id, 0, slowly());
    await arrived.promise;
    const second = await tus.patch(id, 0, new Uint8Array(20).fill(2));
    expect(second.status).toBe(409);
    expect(second.headers.get("retry-after")).toBe("2");
    expect(await second.json()).toMatchObject({ details: { reason: "busy", offset: 0 } });
    goOn.resolve();
    expect((await first).headers.get("upload-offset")).toBe("10");
  });

  test("of a sender that fell silent count for nothing once another has gone on", async () => {
    const { tus } = await studio();
    const id = await tus.begin({ name: "a.mp4", type: "video/mp4", length: 20 });
    const arrived = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    async function* silent() {
      yield new Uint8Array(5).fill(1);
      arrived.resolve();
      await goOn.promise;
      yield new Uint8Array(5).fill(1);
    }
    const first = tus.pour(id, 0, silent());
    await arrived.promise;
    await systemDb.upload.update({ where: { id }, data: { busyUntil: new Date(0) } });
    expect((await tus.patch(id, 0, new Uint8Array(12).fill(2))).status).toBe(204);
    goOn.resolve();
    expect((await first).status).toBe(409);
    expect(await tus.offset(id)).toBe(12);
    const parts = await systemDb.uploadPart.findMany({ where: { uploadId: id } });
    expect(parts).toHaveLength(1);
  });

  test.each([
    [
      "announced",
      (tus: TusClient, id: string) => tus.patch(id, 0, new Uint8Array(8), { "content-length": "8" }),
    ],
    ["unannounced", (tus: TusClient, id: string) => tus.pour(id, 0, bytes(8))],
  ])("beyond the length, %s, are refused", async (_how, send) => {
    const { tus } = await studio();
    const id = await tus.begin({ ...PICTURE, length: 7 });
    const refused = await send(tus, id);
    expect(refused.status).toBe(413);
    expect(refused.headers.get("tus-resumable")).toBe("1.0.0");
    expect(await tus.offset(id)).toBe(0);
    expect((await tus.patch(id, 0, new Uint8Array(7))).status, "it can still be sent as announced").toBe(204);
  });
});

async function* bytes(count: number) {
  for (let index = 0; index < count; index += 1) yield new Uint8Array(1);
}

const MB = 1024 * 1024;

describe("the beginning of an upload", () => {
  test.each([
    ["a picture of 10 MB and one byte", { ...PICTURE, length: 10 * MB + 1 }, 413, "too_large"],
    ["a film of 200 MB and one byte", { name: "a.mov", type: "", length: 200 * MB + 1 }, 413, "too_large"],
    ["nothing", { ...PICTURE, length: 0 }, 422, "empty"],
    ["an SVG", { name: "a.svg", type: "image/svg+xml", length: 9 }, 415, "unknown_type"],
    ["an SVG under another name", { name: "a.png", type: "image/svg+xml", length: 9 }, 415, "unknown_type"],
    ["a program", { name: "a.exe", type: "application/octet-stream", length: 9 }, 415, "unknown_type"],
    ["no name and no type", { name: "", type: "", length: 9 }, 415, "unknown_type"],
    ["a JPEG that is named PNG", { name: "a.png", type: "image/jpeg", length: 9 }, 415, "mismatch"],
    ["a film that is named JPEG", { name: "a.jpg", type: "video/mp4", length: 9 }, 415, "mismatch"],
  ])("of %s is refused with a reason in both languages", async (_what, file, status, reason) => {
    const { tus, teamId } = await studio();
    const refused = await tus.create(file);
    expect(refused.status).toBe(status);
    const { details } = await refused.json();
    expect(details).toMatchObject({ reason, words: { zh: expect.any(String), en: expect.any(String) } });
    expect(await traces(teamId)).toEqual(NO_TRACE);
  });

  test("is refused when a hundred are unfinished, also when they come at once", async () => {
    const { tus, teamId, caller } = await studio();
    const row = { teamId, createdById: caller.userId, ...PICTURE, mime: "image/png", length: 1 };
    const expiresAt = new Date(Date.now() + 60_000);
    const { type: _type, ...known } = row;
    await systemDb.upload.createMany({
      data: Array.from({ length: MAX_UNFINISHED_UPLOADS - 2 }, (_, index) => ({
        id: `upload_${String(index).padStart(26, "0")}`,
        ...known,
        expiresAt,
      })),
    });
    const answers = await Promise.all(Array.from({ length: 5 }, () => tus.create({ ...PICTURE, length: 9 })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 429, 429, 429]);
  });

  test("is refused when the team's room is used up", async () => {
    const { tus, teamId } = await studio();
    const file = {
      sha256: "b".repeat(64),
      storageKey: "key",
      origin: "upload",
      name: "a",
      mime: "video/mp4",
    };
    await systemDb.asset.create({ data: { id: "asset_full", teamId, ...file, bytes: 100n * 1024n ** 3n } });
    const refused = await tus.create({ ...PICTURE, length: 9 });
    expect(refused.status).toBe(507);
    expect((await refused.json()).details.reason).toBe("team_quota");
  });

  test("of a picture keeps a clean name, wherever it claims to lie", async () => {
    const { tus, teamId } = await studio();
    const names = [
      "../../etc/pass\0wd.png",
      "C:\\temp\\海边.png",
      "a\u202Egnp.png",
      `${"x".repeat(500)}.png`,
    ];
    for (const name of names) await tus.begin({ name, type: "image/png", length: 9 });
    const kept = await systemDb.upload.findMany({ where: { teamId }, orderBy: { id: "asc" } });
    expect(kept.map(({ name }) => name)).toEqual([
      "passwd.png",
      "海边.png",
      "agnp.png",
      `${"x".repeat(196)}.png`,
    ]);
  });
});
