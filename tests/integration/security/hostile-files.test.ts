import { afterAll, beforeEach, expect, test } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { blobs } from "#lib/storage/blobs.ts";
import { createTeam } from "#tests/support/team-fixture.ts";
import { tusClient } from "#tests/support/tus-client.ts";
import { uploadTraces } from "#tests/support/upload-traces.ts";
import { makeCookie } from "../routes/actors.ts";
import { hostileFiles } from "./hostile-files.ts";

const files = await hostileFiles();

afterAll(() => systemDb.$disconnect());
beforeEach(() => systemDb.rateLimit.deleteMany());

async function studio() {
  const { caller, teamId } = await createTeam();
  return { teamId, tus: tusClient({ cookie: await makeCookie(caller.userId) }) };
}

test("the table is as large as was promised", () => {
  expect(new Set(files.map(({ what }) => what)).size).toBe(files.length);
  expect(files.length).toBeGreaterThanOrEqual(40);
});

test.each(files.filter(({ ends }) => ends !== "neutralised"))(
  "$what is refused ($ends) in both languages, and nothing is left of it",
  async ({ name, type, bytes, ends }) => {
    const { teamId, tus } = await studio();
    const before = await uploadTraces(teamId);
    const answer = await tus.send({ name, type, bytes });
    const problem = await answer.json();
    expect([415, 422], JSON.stringify(problem)).toContain(answer.status);
    expect(problem.details.words.zh).toMatch(/[\u4e00-\u9fff]/);
    if (ends !== "refused") expect(problem.details.reason).toBe(ends);
    expect(JSON.stringify(problem)).not.toContain(env.DATA_DIR);
    expect(await uploadTraces(teamId)).toEqual(before);
  },
);

test.each(files.filter(({ ends }) => ends === "neutralised"))(
  "$what is taken, and what was hidden in it is in nothing that is stored",
  async ({ name, type, bytes, canary = "?" }) => {
    const { teamId, tus } = await studio();
    expect(Buffer.from(bytes).includes(canary), "it was there").toBe(true);
    const answer = await tus.send({ name, type, bytes });
    expect(answer.status, await answer.clone().text()).toBe(201);
    const asset = await systemDb.asset.findFirstOrThrow({ where: { teamId } });
    for (const key of [asset.storageKey, asset.posterKey, asset.previewKey]) {
      if (key !== null) expect(Buffer.from(await blobs.read(key)).includes(canary), key).toBe(false);
    }
    expect(await blobs.hash(asset.storageKey)).toBe(asset.sha256);
  },
);
