import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { seededRandom } from "#tests/support/seeded-random.ts";
import { createTeam } from "#tests/support/team-fixture.ts";
import { testFilm } from "#tests/support/test-media.ts";
import { type TusClient, tusClient } from "#tests/support/tus-client.ts";
import { uploadTraces } from "#tests/support/upload-traces.ts";
import { makeCookie } from "../routes/actors.ts";

const SEED = 20_261_122;
const OF_EACH = 150;
/** Of a film most of what matters is in its index; a blind flip would nearly always meet a picture. */
const INDEX_SHARE = 0.8;

let tus: TusClient;
let teamId: string;

beforeAll(async () => {
  const team = await createTeam();
  teamId = team.teamId;
  tus = tusClient({ cookie: await makeCookie(team.caller.userId) });
});

afterAll(() => systemDb.$disconnect());

type Mutate = (file: Buffer, random: () => number) => Buffer;

const at = (length: number, random: () => number) => Math.floor(random() * length);

const MUTATIONS: readonly Mutate[] = [
  (file, random) => {
    const place = at(file.length, random);
    file[place] = (file[place] ?? 0) ^ (1 << at(8, random));
    return file;
  },
  (file, random) => {
    file.writeUInt32BE(
      [0, 1, 0x7fffffff, 0x80000000, 0xffffffff][at(5, random)] ?? 0,
      at(file.length - 4, random),
    );
    return file;
  },
  (file, random) => file.subarray(0, at(file.length, random)),
  (file, random) => {
    const from = at(file.length, random);
    const piece = file.subarray(from, from + at(64, random));
    const to = at(file.length, random);
    return Buffer.concat([file.subarray(0, to), piece, file.subarray(to)]);
  },
  (file, random) => {
    const from = at(file.length, random);
    return Buffer.concat([file.subarray(0, from), file.subarray(from + 1 + at(64, random))]);
  },
];

/** One to four changes, in the index when `part` says where that is. */
function mutated(file: Buffer, random: () => number, part?: { start: number; end: number }): Buffer {
  const isIndex = part !== undefined && random() < INDEX_SHARE;
  const [start, end] = isIndex ? [part.start, part.end] : [0, file.length];
  let piece: Buffer = Buffer.from(file.subarray(start, end));
  for (let change = at(4, random); change >= 0; change -= 1) {
    if (piece.length > 8) piece = MUTATIONS[at(MUTATIONS.length, random)]?.(piece, random) ?? piece;
  }
  return Buffer.concat([file.subarray(0, start), piece, file.subarray(end)]);
}

async function expectSurvived(kind: { name: string; type: string }, files: readonly Buffer[]): Promise<void> {
  const ends = new Map<number, number>();
  for (const [index, bytes] of files.entries()) {
    await systemDb.rateLimit.deleteMany();
    if (bytes.length === 0) continue;
    const answer = await tus.send({ ...kind, bytes });
    const text = await answer.text();
    expect([201, 415, 422], `seed ${SEED}, file ${index}: ${text}`).toContain(answer.status);
    ends.set(answer.status, (ends.get(answer.status) ?? 0) + 1);
  }
  process.stdout.write(
    `${kind.name}: ${[...ends].map(([status, count]) => `${count} × ${status}`).join(", ")}\n`,
  );
  const { parts, work } = await uploadTraces(teamId);
  expect({ parts, work }).toEqual({ parts: [], work: [] });
}

test(`${OF_EACH} JPEGs with a few wrong bytes are each taken or refused (seed ${SEED})`, async () => {
  const random = seededRandom(SEED);
  const plain = sharp({ create: { width: 320, height: 320, channels: 3, background: "tomato" } });
  const jpeg = await plain.jpeg().toBuffer();
  await expectSurvived(
    { name: "a.jpg", type: "image/jpeg" },
    Array.from({ length: OF_EACH }, () => mutated(jpeg, random)),
  );
}, 600_000);

test(`${OF_EACH} films with a few wrong bytes are each taken or refused (seed ${SEED})`, async () => {
  const random = seededRandom(SEED + 1);
  const film = await testFilm();
  const start = film.indexOf("moov") - 4;
  const index = { start, end: start + film.readUInt32BE(start) };
  await expectSurvived(
    { name: "a.mp4", type: "video/mp4" },
    Array.from({ length: OF_EACH }, () => mutated(film, random, index)),
  );
}, 600_000);
