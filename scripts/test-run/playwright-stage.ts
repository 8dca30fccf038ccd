import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { ensureChromium } from "#scripts/browser.ts";
import type { Reporter } from "#scripts/reporter.ts";
import type { StageResult } from "./result.ts";
import { runTool } from "./run-tool.ts";

const reportSchema = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }),
  errors: z.array(z.unknown()),
});

type Elsewhere = {
  /** Names the studio, see tests/support/studio-door.ts. */
  readonly environment?: Partial<NodeJS.ProcessEnv>;
  /** Told every line of the report while it grows. */
  readonly onLine?: (line: string) => void;
};

/** The browser tests, on desktop and phone, against the production build or against a studio that runs elsewhere. */
export async function runPlaywright(
  reporter: Reporter,
  { environment = {}, onLine }: Elsewhere = {},
): Promise<StageResult> {
  const chromium = await ensureChromium(reporter);
  const folder = await mkdtemp(path.join(tmpdir(), "framewright-report-"));
  const reportFile = path.join(folder, "report.json");
  try {
    const variables = {
      ...environment,
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_NAME: reportFile,
    };
    const words = ["test", "--reporter=list,json"];
    const exitCode = await runTool("@playwright/test/cli.js", words, variables, onLine);
    const text = await readFile(reportFile, "utf8").catch(() => null);
    if (text === null) return { passed: 0, failed: 1 };
    const { stats, errors } = reportSchema.parse(JSON.parse(text));
    const failed = stats.unexpected + stats.flaky + errors.length;
    return { passed: stats.expected, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
