import { execFile } from "node:child_process";
import { globSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { z } from "zod";
import config from "../../.dependency-cruiser.mjs";

const run = promisify(execFile);
const PROJECT_DIR = path.resolve(import.meta.dirname, "..", "..");

const cruiseSchema = z.object({
  summary: z.object({
    violations: z.array(z.object({ rule: z.object({ name: z.string() }), from: z.string(), to: z.string() })),
  }),
  modules: z.array(
    z.object({
      source: z.string(),
      dependencies: z.array(z.object({ module: z.string(), couldNotResolve: z.boolean() })),
    }),
  ),
});

async function cruise(directory: string, folders: readonly string[]) {
  const tool = path.join(PROJECT_DIR, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
  const rules = path.join(PROJECT_DIR, ".dependency-cruiser.mjs");
  const toolArguments = [tool, "--config", rules, "--output-type", "json", ...folders];
  const options = { cwd: directory, maxBuffer: 100_000_000 };
  const { stdout } = await run(process.execPath, toolArguments, options).catch(withOutput);
  return cruiseSchema.parse(JSON.parse(stdout));
}

/** Violations make the tool end with an exit code; its answer is complete all the same. */
function withOutput(error: unknown): { stdout: string } {
  return z.object({ stdout: z.string().min(1) }).parse(error);
}

test("every rule of the import law bites on its planted violation, and nowhere else", async () => {
  const { summary } = await cruise(path.join(PROJECT_DIR, "tests/planted"), [
    "app",
    "components",
    "lib",
    "scripts",
  ]);
  const bites = summary.violations.map(({ rule, from }) => ({
    rule: rule.name,
    planted: nameOfPlanted(from),
  }));
  const wanted = config.forbidden.map(({ name }) => ({ rule: name, planted: name }));
  expect(bites.toSorted(byRule)).toEqual(wanted.toSorted(byRule));
});

test("the law is kept, and it saw every TypeScript file and where its imports lead", async () => {
  const folders = ["app", "components", "lib", "scripts", "tests"];
  const { summary, modules } = await cruise(PROJECT_DIR, folders);
  expect(summary.violations).toEqual([]);

  const seen = new Set(modules.map(({ source }) => source));
  const files = globSync(`{${folders.join(",")}}/**/*.{ts,tsx}`, { cwd: PROJECT_DIR });
  const ours = files.filter((file) => !file.startsWith("tests/planted/"));
  expect(ours.length).toBeGreaterThan(300);
  expect(ours.filter((file) => !seen.has(file))).toEqual([]);

  const throughMap = modules
    .flatMap(({ dependencies }) => dependencies)
    .filter(({ module }) => module.startsWith("#"));
  expect(throughMap.length).toBeGreaterThan(500);
  expect(throughMap.filter(({ couldNotResolve }) => couldNotResolve)).toEqual([]);
});

/** `app/api/handlers-declare/route.ts` is named by its folder, all others by their file. */
function nameOfPlanted(file: string): string {
  const name = path.basename(file, ".ts");
  return name === "route" ? path.basename(path.dirname(file)) : name.replace(/-other$/, "");
}

function byRule(a: { rule: string }, b: { rule: string }): number {
  return a.rule < b.rule ? -1 : 1;
}
