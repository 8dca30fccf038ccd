import { once } from "node:events";
import { readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { freePort } from "#scripts/free-port.ts";
import { withConnection } from "#scripts/postgres/connection.ts";
import { runningEmbeddedDatabase } from "#scripts/postgres/embedded.ts";
import { findPostmaster, isAlive } from "#scripts/postgres/postmaster.ts";
import { stopPostgres } from "#scripts/postgres/server.ts";
import { createThrowAwayDir } from "#scripts/postgres/throw-away.ts";
import { type RunningStack, runScript } from "#tests/support/small-stack/run.ts";

let dataDir: string;
let port: number;
let started: RunningStack[];

beforeEach(async () => {
  dataDir = await createThrowAwayDir();
  port = await freePort();
  started = [];
});

afterEach(async () => {
  for (const { child, ended } of started) {
    child.kill("SIGKILL");
    await ended;
  }
  await stopPostgres(path.join(dataDir, "postgres"));
  await rm(dataDir, { recursive: true, force: true });
});

function start(environment: Partial<NodeJS.ProcessEnv> = {}): RunningStack {
  const stack = runScript("tests/support/small-stack/stack.ts", {
    DATA_DIR: dataDir,
    PORT: String(port),
    ...environment,
  });
  started.push(stack);
  return stack;
}

async function startAndWait(): Promise<RunningStack> {
  const stack = start();
  await stack.says(/ready after/);
  return stack;
}

async function query(sql: string): Promise<unknown[]> {
  const url = await runningEmbeddedDatabase(dataDir);
  if (url === null) throw new Error("the database does not run");
  return withConnection(url, async (client) => (await client.query(sql)).rows);
}

async function databaseProcess(): Promise<number> {
  const postmaster = await findPostmaster(path.join(dataDir, "postgres"));
  if (postmaster === null) throw new Error("the database does not run");
  return postmaster.pid;
}

test("a database that a killed run left behind is taken over with everything that was committed", async () => {
  const first = await startAndWait();
  await query("CREATE TABLE kept (value int)");
  await query("INSERT INTO kept SELECT generate_series(1, 1000)");
  const leftBehind = await databaseProcess();
  first.child.kill("SIGKILL");
  await first.ended;
  expect(isAlive(leftBehind)).toBe(true);

  const second = await startAndWait();
  expect(isAlive(leftBehind)).toBe(false); // never two on the same data
  expect(await query("SELECT count(*)::int AS rows FROM kept")).toEqual([{ rows: 1000 }]);
  second.child.kill("SIGTERM");
  expect(await second.ended).toBe(0);
});

test("a run whose database was killed as well starts again from the write-ahead log", async () => {
  const first = await startAndWait();
  await query("CREATE TABLE kept (value int)");
  await query("INSERT INTO kept SELECT generate_series(1, 1000)");
  first.child.kill("SIGKILL");
  process.kill(await databaseProcess(), "SIGKILL");
  await first.ended;

  await startAndWait();
  expect(await query("SELECT count(*)::int AS rows FROM kept")).toEqual([{ rows: 1000 }]);
  expect(await query("SHOW data_checksums")).toEqual([{ data_checksums: "on" }]);
});

test("a process id that now belongs to somebody else does not keep the database from starting", async () => {
  const first = await startAndWait();
  first.child.kill("SIGTERM");
  await first.ended;
  const stale = `${process.pid}\n${dataDir}/postgres\n0\n5432\n\n127.0.0.1\n\nready\n`;
  await writeFile(path.join(dataDir, "postgres", "postmaster.pid"), stale);
  await startAndWait();
});

test("a second server on the same DATA_DIR is refused with one sentence, and the first goes on", async () => {
  const first = await startAndWait();
  const second = start({ PORT: String(await freePort()) });
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(`already runs on ${dataDir} (npm start, process ${first.child.pid})`);
  expect(second.output().trim().split("\n")).toHaveLength(1);
  expect(await query("SELECT 1 AS alive")).toEqual([{ alive: 1 }]);
});

test("a taken port is refused with one sentence, and nothing is left running", async () => {
  const other = createServer().listen(port);
  await once(other, "listening");
  const stack = start();
  expect(await stack.ended).toBe(1);
  expect(stack.output()).toBe(
    `framewright: Port ${port} is taken by another program; stop it or set PORT to a free one.\n`,
  );
  expect(await findPostmaster(path.join(dataDir, "postgres"))).toBeNull();
  other.close();
});

test("a DATA_DIR that cannot be written is refused with one sentence", async () => {
  await writeFile(path.join(dataDir, "a-file"), "");
  const stack = start({ DATA_DIR: path.join(dataDir, "a-file", "data") });
  expect(await stack.ended).toBe(1);
  expect(stack.output()).toMatch(/^framewright: DATA_DIR .* is not writable \(ENOTDIR\)\.\n$/);
});

test("an unreachable DATABASE_URL is refused with one sentence that does not show the password", async () => {
  const stack = start({ DATABASE_URL: "postgresql://someone:hidden@127.0.0.1:1/none" });
  expect(await stack.ended).toBe(1);
  expect(stack.output()).toMatch(
    /^framewright: The database at DATABASE_URL \(127\.0\.0\.1:1\) cannot be reached: .*\n$/,
  );
  expect(stack.output()).not.toContain("hidden");
});

test("SIGTERM lets the worker finish, ends the web server, and stops the database cleanly", async () => {
  const stack = await startAndWait();
  await stack.says(/worker \d+ is up/);
  const database = await databaseProcess();
  stack.child.kill("SIGTERM");
  expect(await stack.ended).toBe(0);
  expect(stack.output()).toMatch(/worker finished its job[\s\S]*stopped cleanly/);
  expect(isAlive(database)).toBe(false);
  expect(await readFile(path.join(dataDir, "postgres.log"), "utf8")).toMatch(
    /database system is shut down\n$/,
  );
});

test("whoever asks again while it finishes ends it at once, and the next start recovers", async () => {
  const first = await startAndWait();
  await query("CREATE TABLE kept (value int)");
  first.child.kill("SIGINT");
  await first.says(/finishing running work/);
  const again = setInterval(() => first.child.kill("SIGINT"), 100);
  expect(await first.ended).toBe(1);
  clearInterval(again);

  await startAndWait();
  expect(await query("SELECT count(*)::int AS rows FROM kept")).toEqual([{ rows: 0 }]);
});

test("a worker that crashes is started again", async () => {
  const stack = await startAndWait();
  const [, pid] = await stack.says(/worker (\d+) is up/);
  process.kill(Number(pid), "SIGKILL");
  await stack.says(/the worker process ended \(SIGKILL\); restarting in 0\.5 s[\s\S]*worker \d+ is up/);
});

test("a database that crashes comes back at the same address", async () => {
  const stack = await startAndWait();
  const address = await runningEmbeddedDatabase(dataDir);
  process.kill(await databaseProcess(), "SIGKILL");
  await stack.says(/the database is back/);
  expect(await runningEmbeddedDatabase(dataDir)).toBe(address);
  expect(await query("SELECT 1 AS alive")).toEqual([{ alive: 1 }]);
});

test("web and worker do not outlive a supervisor that was killed", async () => {
  const stack = await startAndWait();
  const [, worker] = await stack.says(/worker (\d+) is up/);
  const web = Number(await (await fetch(`http://127.0.0.1:${port}/`)).text());
  stack.child.kill("SIGKILL");
  await stack.ended;
  await expect.poll(() => [web, Number(worker)].filter(isAlive)).toEqual([]);
});
