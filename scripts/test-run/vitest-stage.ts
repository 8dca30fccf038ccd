import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import type { StageResult } from "./result.ts";
import { runTool } from "./run-tool.ts";

const reportSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

type VitestReport = z.infer<typeof reportSchema>;

/** Runs one project of vitest.config.ts. */
export async function runVitest(
  project: "unit" | "integration" | "faults" | "cluster",
  environment: Partial<NodeJS.ProcessEnv> = {},
): Promise<StageResult> {
  const folder = await mkdtemp(path.join(tmpdir(), "framewright-report-"));
  const reportFile = path.join(folder, "report.json");
  try {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
    const exitCode = await runTool(
      "vitest/vitest.mjs",
      ["run", "--project", project, ...reporters],
      environment,
    );
    const text = await readFile(reportFile, "utf8").catch(() => null);
    if (text === null) return { passed: 0, failed: 1 };
    return countVitest(reportSchema.parse(JSON.parse(text)), exitCode);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A file that cannot even be loaded has no tests and counts as one failure; so does a failure outside all tests. */
export function countVitest(report: VitestReport, exitCode: number): StageResult {
  const unloadable = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  const failed = report.numFailedTests + unloadable.length;
  return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}
