import type { StageResult } from "./result.ts";
import { runTool } from "./run-tool.ts";

type Check = { name: string; script: string; arguments: readonly string[] };

const CHECKS: readonly Check[] = [
  { name: "Biome", script: "@biomejs/biome/bin/biome", arguments: ["check", "--error-on-warnings"] },
  { name: "tsc", script: "typescript/bin/tsc", arguments: ["--noEmit"] },
  {
    name: "dependency-cruiser",
    script: "dependency-cruiser/bin/dependency-cruiser.mjs",
    arguments: ["--config", ".dependency-cruiser.mjs", "app", "components", "lib", "scripts", "tests"],
  },
  { name: "knip", script: "knip/bin/knip.js", arguments: ["--no-progress"] },
];

/** Everything that judges the code without running it. */
export async function runChecks(announce: (text: string) => void): Promise<StageResult> {
  let failed = 0;
  for (const check of CHECKS) {
    const exitCode = await runTool(check.script, check.arguments);
    announce(`${check.name}: ${exitCode === 0 ? "passed" : "FAILED"}`);
    if (exitCode !== 0) failed += 1;
  }
  return { passed: CHECKS.length - failed, failed };
}
