import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { OperatorError, runCommand } from "./operator-error.ts";

/**
 * `prisma generate` without a network: the command insists on having a native schema engine although generating does
 * not use it, so it is given one that does nothing.
 */
export async function generatePrismaClient(): Promise<void> {
  const cli = fileURLToPath(import.meta.resolve("prisma/build/index.js"));
  const environment = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  };
  const child = spawn(process.execPath, [cli, "generate", "--no-hints"], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (exitCode !== 0)
    throw new OperatorError(`The Prisma client could not be generated:\n${output.join("").trim()}`);
}

if (import.meta.main) await runCommand(generatePrismaClient);
