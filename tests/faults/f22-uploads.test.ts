import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sweepUploads } from "#lib/assets/resumable/sweep-uploads.ts";
import { systemDb } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { blobs } from "#lib/storage/blobs.ts";
import { freePort } from "#scripts/free-port.ts";
import { makeCookie } from "#tests/integration/routes/actors.ts";
import { paddedFilm } from "#tests/support/padded-film.ts";
import { seededRandom } from "#tests/support/seeded-random.ts";
import { createTeam } from "#tests/support/team-fixture.ts";
import { until } from "#tests/support/until.ts";
import {
  beginOnWire,
  callWire,
  finishOnWire,
  offsetOnWire,
  patchOnWire,
  sendOverBadLink,
  type Wire,
} from "#tests/support/wire-tus.ts";
import { startUploadDoor } from "#tests/support/worker-process.ts";
import { type KeptRunning, keepRunning } from "./killer/keep-running.ts";
import { seed, sized } from "./size.ts";

const MB = 1024 * 1024;
const FILES = sized(2, 30);
const FILE_BYTES = sized(16, 200) * MB;
/** From one cut of the link to the next. */
const CUT_BYTES = { least: MB, most: sized(4, 20) * MB };
/** Deaths of the web process, spread over the files. */
const KILLS = sized(2, 30);

let door: KeptRunning;
let wire: Wire;
let teamId: string;
const random = seededRandom(seed);

beforeAll(async () => {
  const team = await createTeam();
  teamId = team.teamId;
  const port = await freePort();
  door = keepRunning(() => startUploadDoor({ DOOR_PORT: String(port) }));
  const headers = { cookie: await makeCookie(team.caller.userId), origin: env.PUBLIC_URL };
  wire = { origin: `http://127.0.0.1:${port}`, headers };
  await untilUp();
});

afterAll(async () => {
  await door.end("SIGKILL");
  await systemDb.$disconnect();
});

function untilUp(): Promise<unknown> {
  const isUp = async () =>
    (await callWire(wire, { method: "HEAD", path: "/api/uploads/upload_none" })) !== null;
  return until(isUp, { withinMs: 60_000, what: `the door is up\n${door.output()}` });
}

/** Nobody else may write as long as the dead one's lease lasts; to wait for its end would show nothing. */
async function die(): Promise<void> {
  door.kill();
  await systemDb.upload.updateMany({ where: { teamId }, data: { busyUntil: null } });
}

function nextCut(): number {
  return CUT_BYTES.least + Math.floor(random() * (CUT_BYTES.most - CUT_BYTES.least));
}

async function begin(bytes: number): Promise<string> {
  await systemDb.rateLimit.deleteMany();
  return beginOnWire(wire, { name: "film.mp4", type: "video/mp4", length: bytes });
}

/** The file that came of it is byte for byte the one that was sent. */
async function expectWhole(id: string, file: Buffer): Promise<void> {
  await systemDb.rateLimit.deleteMany();
  const finished = await finishOnWire(wire, id);
  expect(finished?.status, `${finished?.body}\n${door.output()}`).toBe(201);
  const { storageKey, sha256 } = await systemDb.asset.findUniqueOrThrow({
    where: { id: JSON.parse(finished?.body ?? "{}").id },
  });
  expect(sha256).toBe(createHash("sha256").update(file).digest("hex"));
  expect(await blobs.hash(storageKey)).toBe(sha256);
}

function partFolders(): Promise<string[]> {
  return readdir(join(env.DATA_DIR, "media", "parts")).catch(() => []);
}

test(`${FILES} files of ${FILE_BYTES / MB} MB over a link that is cut every ${CUT_BYTES.least / MB}–${CUT_BYTES.most / MB} MB, while the web process dies ${KILLS} times, arrive whole (seed ${seed})`, async () => {
  let cuts = 0;
  let kills = 0;
  for (let index = 0; index < FILES; index += 1) {
    const file = await paddedFilm(FILE_BYTES, seed + index);
    const id = await begin(file.length);
    let calls = 0;
    cuts += await sendOverBadLink(wire, {
      id,
      file,
      nextCut() {
        calls += 1;
        if (calls > 1 && kills < ((index + 1) * KILLS) / FILES) {
          kills += 1;
          setTimeout(() => void die(), random() * 60); // somewhere in the middle of this call
        }
        return nextCut();
      },
    });
    await untilUp();
    await expectWhole(id, file);
  }
  expect(kills).toBe(KILLS);
  process.stdout.write(`F22: ${FILES} × ${FILE_BYTES / MB} MB, ${cuts} calls broken, ${kills} deaths\n`);
  await sweepUploads(blobs, new Date());
  expect(await partFolders(), "what a death left behind goes with its upload").toEqual([]);
});

test(`two tabs on one upload never mix their bytes (seed ${seed})`, async () => {
  const file = await paddedFilm(FILE_BYTES, seed + 1_000);
  const id = await begin(file.length);
  const tab = () => sendOverBadLink(wire, { id, file, nextCut });
  await Promise.all([tab(), tab()]);
  const parts = await systemDb.uploadPart.findMany({ where: { uploadId: id }, orderBy: { offset: "asc" } });
  let next = 0;
  for (const { offset, bytes } of parts) {
    expect(offset).toBe(next);
    next += bytes;
  }
  expect(next).toBe(file.length);
  await expectWhole(id, file);
});

test("a wrong offset is 409 and changes nothing", async () => {
  const id = await begin(4 * MB);
  const body = Buffer.alloc(MB, 7);
  expect((await patchOnWire(wire, { id, offset: 0, body }))?.status).toBe(204);
  const rows = () => systemDb.upload.findUniqueOrThrow({ where: { id }, include: { parts: true } });
  const before = await rows();
  for (const offset of [0, 1, MB - 1, MB + 1, 4 * MB, 5 * MB]) {
    expect((await patchOnWire(wire, { id, offset, body: Buffer.alloc(10) }))?.status).toBe(409);
  }
  expect(await rows()).toEqual(before);
  expect(await offsetOnWire(wire, id)).toBe(MB);
});

test("parts of uploads that nobody goes on with are collected when they expire", async () => {
  const id = await begin(4 * MB);
  expect((await patchOnWire(wire, { id, offset: 0, body: Buffer.alloc(MB) }))?.status).toBe(204);
  await systemDb.upload.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } });
  expect(await partFolders()).toContain(id);
  await sweepUploads(blobs, new Date());
  expect(await partFolders()).not.toContain(id);
  expect(await systemDb.upload.count({ where: { id } })).toBe(0);
});
