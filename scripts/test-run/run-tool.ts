import { spawn } from "node:child_process";
import path from "node:path";
import { PROJECT_DIR } from "#scripts/project-dir.ts";

/** Runs a tool of node_modules on this Node, its output going to ours; answers with its exit code. */
export async function runTool(
  script: string,
  toolArguments: readonly string[],
  extra: Partial<NodeJS.ProcessEnv> = {},
) {
  const child = spawn(process.execPath, [path.join(PROJECT_DIR, "node_modules", script), ...toolArguments], {
    cwd: PROJECT_DIR,
    env: { ...process.env, ...extra },
    stdio: ["ignore", "inherit", "inherit"],
  });
  return new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}
