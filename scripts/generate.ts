import { createRequire } from "node:module";
import path from "node:path";
import { isBuiltIntoImage } from "./build/built-into-image.ts";
import { fingerprint, readSources } from "./build/fingerprint.ts";
import { unlessDone } from "./build/stamp.ts";
import { runCommand } from "./operator-error.ts";
import { PROJECT_DIR } from "./project-dir.ts";
import { type Reporter, stdoutReporter } from "./reporter.ts";
import { runProgram } from "./run-program.ts";

const INPUTS = ["prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json"];
const STAMP_FILE = path.join(PROJECT_DIR, "lib", "db", "generated", ".fingerprint");

/** Generates the Prisma client when the schema or Prisma itself has changed. */
export async function generateWhenStale(reporter: Reporter): Promise<void> {
  if (isBuiltIntoImage()) return;
  const current = fingerprint(await readSources(PROJECT_DIR, INPUTS));
  await unlessDone({ stampFile: STAMP_FILE, fingerprint: current }, () =>
    reporter.step("generating the database client", generatePrismaClient),
  );
}

/**
 * Without a network: the command insists on having a native schema engine although generating does not use it, so it
 * is given one that does nothing.
 */
function generatePrismaClient(): Promise<void> {
  return runProgram({
    nodeArguments: [
      createRequire(import.meta.url).resolve("prisma/build/index.js"),
      "generate",
      "--no-hints",
    ],
    environment: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
    failure: "The database client could not be generated",
  });
}

if (import.meta.main) await runCommand(() => generateWhenStale(stdoutReporter));
