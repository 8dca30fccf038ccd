import path from "node:path";
import { isBuiltIntoImage } from "./build/built-into-image.ts";
import { fingerprint, readSources } from "./build/fingerprint.ts";
import { finishStatic } from "./build/finish-static.ts";
import { unlessDone } from "./build/stamp.ts";
import { generateWhenStale } from "./generate.ts";
import { runCommand } from "./operator-error.ts";
import { PROJECT_DIR } from "./project-dir.ts";
import { type Reporter, stdoutReporter } from "./reporter.ts";
import { runProgram } from "./run-program.ts";

/** Everything that can change what `next build` produces. */
const INPUTS = [
  "app",
  "components",
  "lib",
  "public",
  "proxy.ts",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "prisma/schema.prisma",
  "package-lock.json",
  "package.json",
  "tsconfig.json",
];

export const NEXT_COMMAND = path.join(PROJECT_DIR, "node_modules", "next", "dist", "bin", "next");

const STATIC_DIR = path.join(PROJECT_DIR, ".next", "static");

/** Builds the studio when anything that goes into it has changed since the last complete build. */
export async function buildWhenStale(reporter: Reporter, signal?: AbortSignal): Promise<void> {
  if (isBuiltIntoImage()) return;
  await generateWhenStale(reporter);
  const current = fingerprint(await readSources(PROJECT_DIR, INPUTS, isBuildInput));
  await unlessDone(
    { stampFile: path.join(PROJECT_DIR, ".next", "framewright-build"), fingerprint: current },
    async () => {
      await reporter.step("building the studio (about a minute)", () => buildStudio(reporter, signal));
      await reporter.step("readying its files for browsers", () => finishStatic(STATIC_DIR));
    },
  );
}

/** Tests, the worker's own code and generated code (which follows from the schema) do not change the build. */
export function isBuildInput(file: string): boolean {
  return (
    !/\.test\.tsx?$/.test(file) && !file.startsWith("lib/worker/") && !file.startsWith("lib/db/generated/")
  );
}

function buildStudio(reporter: Reporter, signal: AbortSignal | undefined): Promise<void> {
  return runProgram({
    nodeArguments: [NEXT_COMMAND, "build"],
    environment: buildEnvironment(process.env),
    failure: "The studio could not be built",
    signal,
    onLine: (line) => {
      if (/^(✓|Creating|Collecting|Generating|Running|Finalizing)/.test(line)) reporter.info(`  ${line}`);
    },
  });
}

/** Route modules are loaded while building; they find a complete environment, of which nothing ends up in the build. */
function buildEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    ...environment,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
    BETTER_AUTH_SECRET: "only-while-building-only-while-building",
    MASTER_KEY: "only-while-building-only-while-building",
    LOG_LEVEL: "error",
  };
}

if (import.meta.main) await runCommand(() => buildWhenStale(stdoutReporter));
