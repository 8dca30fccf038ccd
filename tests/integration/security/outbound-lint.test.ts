import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const PROJECT_DIR = resolve(import.meta.dirname, "..", "..", "..");
const BESIDE_THE_DOOR = [
  "lib/tasks/x.ts",
  "lib/providers/http/x.ts",
  "app/api/x/route.ts",
  "components/x.tsx",
];
const ALLOWED = ["lib/client/x.ts", "scripts/x.ts", "tests/x.ts"];

let directory = "";

/** A project of nothing but such calls, under the rules of this one. */
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "framewright-lint-"));
  const { vcs: _, ...rules } = JSON.parse(await readFile(join(PROJECT_DIR, "biome.json"), "utf8"));
  await writeFile(join(directory, "biome.json"), JSON.stringify({ ...rules, root: true }));
  for (const path of [...BESIDE_THE_DOOR, ...ALLOWED]) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), 'export const answer = () => fetch("https://example.com");\n');
  }
});
afterAll(() => rm(directory, { recursive: true, force: true }));

test("a call to the outside that goes round lib/net is refused by the linter, wherever it stands on the server", () => {
  const biome = join(PROJECT_DIR, "node_modules/@biomejs/biome/bin/biome");
  const { stdout, stderr } = spawnSync(process.execPath, [biome, "lint", "."], {
    cwd: directory,
    encoding: "utf8",
  });
  const told = stdout + stderr;
  const found = [...told.matchAll(/^(\S+?):\d+:\d+ lint\/style\/noRestrictedGlobals/gm)].map(
    ([, path]) => path,
  );
  expect(found.toSorted(), told).toEqual(BESIDE_THE_DOOR.toSorted());
});
