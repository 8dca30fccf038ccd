import { createHash } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Client } from "pg";
import { afterAll, expect, inject, test } from "vitest";
import { INSTANCE_CHAIN } from "#lib/contract/audit-actions.ts";
import { closeProducerQueue } from "#lib/queue/queue.ts";
import { diskBlobStore } from "#lib/storage/disk-blob-store.ts";
import { createTasks } from "#lib/tasks/create-tasks.ts";
import { renameTeam } from "#lib/teams/team.ts";
import { listTables } from "#scripts/backup/list-tables.ts";
import { withConnection } from "#scripts/postgres/connection.ts";
import { createThrowAwayDir } from "#scripts/postgres/throw-away.ts";
import { runScript } from "#tests/support/run-command.ts";
import { createTeam, type TestTeam } from "#tests/support/team-fixture.ts";
import { cloneTestDatabase } from "#tests/support/test-database.ts";
import { uploadPicture } from "#tests/support/test-picture.ts";
import { until } from "#tests/support/until.ts";
import { startWorker } from "#tests/support/worker-process.ts";

const CLIP = { kind: "text2video", model_name: "kling-v3", duration: "3", aspect_ratio: "1:1" } as const;

afterAll(closeProducerQueue);

async function order({ caller }: TestTeam, prompt: string): Promise<string> {
  const [task] = await createTasks({ caller, request: { ...CLIP, prompt } });
  if (task === undefined) throw new Error("nothing was ordered");
  return task.id;
}

async function statusOf(client: Client, taskId: string): Promise<string> {
  const { rows } = await client.query(`SELECT "status" FROM "Task" WHERE "id" = $1`, [taskId]);
  return rows[0].status;
}

async function upstreamIdIn(client: Client, taskId: string): Promise<string> {
  const { rows } = await client.query(`SELECT "upstreamTaskId" FROM "Task" WHERE "id" = $1`, [taskId]);
  return rows[0].upstreamTaskId;
}

/** Everything in these tables, as PostgreSQL itself writes it; but for what the restoring itself is recorded in. */
async function contentOf(client: Client, tables: readonly string[]) {
  const content: Record<string, unknown> = {};
  for (const name of tables) {
    const { rows } = await client.query(
      `SELECT count(*)::int, md5(string_agg(it::text, chr(10) ORDER BY it::text)) FROM "${name}" AS it
       WHERE coalesce(to_jsonb(it)->>'teamId', '') <> '${INSTANCE_CHAIN}'`,
    );
    content[name] = rows[0];
  }
  return content;
}

async function opened(client: Client, taskId: string): Promise<number> {
  const { rows } = await client.query(
    `SELECT count(*)::int FROM "SandboxTask" WHERE "externalId" = $1 AND "state" <> 'refused'`,
    [`${taskId.toLowerCase()}-1`],
  );
  return rows[0].count;
}

function upstreamIdOf(taskId: string): string {
  return `opened-for-${taskId}`;
}

/** The sandbox's half of a task that the studio has sent. */
async function openUpstream(client: Client, taskId: string): Promise<void> {
  await client.query(
    `INSERT INTO "SandboxTask" ("id", "externalId", "request", "state", "startsAt", "updatedAt")
     SELECT $2, lower("id") || '-1', "request", 'submitted', now(), now() FROM "Task" WHERE "id" = $1`,
    [taskId, upstreamIdOf(taskId)],
  );
}

test("a studio that was wiped comes back whole, and sends nothing upstream before somebody says so", {
  timeout: 240_000, // only to end a loop: eight commands and processes on a machine that may be busy
}, async () => {
  const team = await createTeam();
  await uploadPicture(team.caller, { widthPx: 400, heightPx: 400 });
  const [tracked, sentLater, waiting] = [
    await order(team, "a kite"),
    await order(team, "[fail:risk] a fox"),
    await order(team, "[fail:risk] a swan"),
  ];
  await withConnection(process.env.DATABASE_URL ?? "", async (client) => {
    await openUpstream(client, tracked);
    await client.query(
      `UPDATE "Task" SET "status" = 'submitted', "upstreamTaskId" = $2, "submittedAt" = now() WHERE "id" = $1`,
      [tracked, upstreamIdOf(tracked)],
    );
  });

  await renameTeam(team.teamId, "Swans");

  const folder = await createThrowAwayDir();
  expect(await runScript("backup", ["--to", folder])).toEqual({ code: 0, said: expect.any(String) });
  expect(await runScript("backup", ["--to", folder])).toMatchObject({
    code: 1,
    said: expect.stringContaining("not empty"),
  });
  const unquarantined = (name: string) => name !== "Connection" && name !== "Task";
  const before = await withConnection(process.env.DATABASE_URL ?? "", async (client) =>
    contentOf(client, (await listTables(client)).filter(unquarantined)),
  );

  const database = await cloneTestDatabase(inject("databaseServerUrl"));
  const place = { DATABASE_URL: database.url, DATA_DIR: await createThrowAwayDir() };
  await publishStranger(join(place.DATA_DIR, "media"));
  expect(await runScript("restore", ["--from", folder], place)).toMatchObject({
    code: 1,
    said: expect.stringContaining("The media store is not empty"),
  });
  expect(await runScript("restore", ["--from", folder, "--keep-media"], place)).toEqual({
    code: 0,
    said: expect.any(String),
  });
  expect(await runScript("restore", ["--from", folder], place)).toMatchObject({
    code: 1,
    said: expect.stringContaining("The database is not empty"),
  });

  await expectAuditVerified(place, team.teamId);
  await withConnection(database.url, async (client) => {
    expect(await contentOf(client, Object.keys(before))).toEqual(before);
    await expectFilesWhole(client, join(place.DATA_DIR, "media"));
    const worker = startWorker(place);
    try {
      const isFetched = async () => (await statusOf(client, tracked)) === "succeeded";
      await until(isFetched, { withinMs: 50_000, what: "what upstream had accepted is fetched" });
      expect([await opened(client, sentLater), await opened(client, waiting)]).toEqual([0, 0]);
      expect(await statusOf(client, waiting)).toBe("queued");

      // The studio had sent it between the backup and its end: upstream knows a task that the backup does not.
      await openUpstream(client, sentLater);
      await client.query(`UPDATE "Connection" SET "pausedAt" = NULL, "pauseReason" = NULL`);
      const areAnswered = async () => {
        const statuses = [await statusOf(client, sentLater), await statusOf(client, waiting)];
        return statuses.every((status) => status === "failed");
      };
      await until(areAnswered, {
        withinMs: 50_000,
        what: "upstream has made nothing of the rest, as ordered",
      });
      expect(await upstreamIdIn(client, sentLater)).toBe(upstreamIdOf(sentLater));
      expect([await opened(client, sentLater), await opened(client, waiting)]).toEqual([1, 1]);
      await expectFilesWhole(client, join(place.DATA_DIR, "media"));
    } finally {
      await worker.kill("SIGTERM");
    }
  });
  await database.drop();
  await Promise.all([folder, place.DATA_DIR].map((path) => rm(path, { recursive: true, force: true })));
});

/** The log came back as it was; the command sees that, and also when it is not the one that was anchored. */
async function expectAuditVerified(place: Record<string, string>, teamId: string): Promise<void> {
  expect(await runScript("admin", ["verify-audit"], place)).toMatchObject({ code: 0 });
  const otherAnchor = ["--anchor", `${teamId}:1:${"0".repeat(64)}`];
  expect(await runScript("admin", ["verify-audit", ...otherAnchor], place)).toMatchObject({ code: 1 });
  const { rows } = await withConnection(place.DATABASE_URL ?? "", (client) =>
    client.query(`SELECT "action", "actorKind", "details" FROM "AuditEntry" WHERE "teamId" = $1`, [
      INSTANCE_CHAIN,
    ]),
  );
  const details = { backupOf: expect.any(String), brokenChains: [] };
  expect(rows).toEqual([{ action: "backup.restored", actorKind: "operator", details }]);
}

/** A file that no backup knows. */
async function publishStranger(mediaDir: string): Promise<void> {
  const blobs = diskBlobStore(mediaDir);
  const path = join(await blobs.workDir(), "file");
  await writeFile(path, "stranger");
  const sha256 = createHash("sha256").update("stranger").digest("hex");
  await blobs.publish({ path, sha256, extension: "mp4" });
}

async function expectFilesWhole(client: Client, mediaDir: string): Promise<void> {
  const { rows } = await client.query(`SELECT "storageKey", "posterKey", "sha256" FROM "Asset"`);
  const blobs = diskBlobStore(mediaDir);
  expect(rows.length).toBeGreaterThan(0);
  for (const { storageKey, posterKey, sha256 } of rows) {
    expect(await blobs.hash(storageKey)).toBe(sha256);
    expect(posterKey).toContain(await blobs.hash(posterKey));
  }
}
