import { spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { PROJECT_DIR } from "#scripts/project-dir.ts";

/** Runs a tool of node_modules on this Node, its output going to ours (`onLine` reads along); answers with its exit code. */
export async function runTool(
  script: string,
  toolArguments: readonly string[],
  extra: Partial<NodeJS.ProcessEnv> = {},
  onLine?: (line: string) => void,
) {
  const child = spawn(process.execPath, [path.join(PROJECT_DIR, "node_modules", script), ...toolArguments], {
    cwd: PROJECT_DIR,
    env: { ...process.env, ...extra },
    stdio: ["ignore", onLine === undefined ? "inherit" : "pipe", "inherit"],
  });
  if (child.stdout !== null) {
    child.stdout.pipe(process.stdout, { end: false });
    createInterface(child.stdout).on("line", (line) => onLine?.(line));
  }
  return new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}
