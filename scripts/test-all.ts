import { buildWhenStale } from "./build.ts";
import { generateWhenStale } from "./generate.ts";
import { runCommand } from "./operator-error.ts";
import { stdoutReporter } from "./reporter.ts";
import { runChecks } from "./test-run/checks.ts";
import { runPlaywright } from "./test-run/playwright-stage.ts";
import { runStages, type Stage, summary } from "./test-run/result.ts";
import { runVitest } from "./test-run/vitest-stage.ts";

const ONE_PASSED = { passed: 1, failed: 0 };

/** `npm test`, cheapest first. Tests make their own databases and folders; nothing touches DATA_DIR. */
const STAGES: readonly Stage[] = [
  { name: "generate", run: () => generateWhenStale(stdoutReporter).then(() => ONE_PASSED) },
  { name: "check", run: () => runChecks(stdoutReporter.info) },
  { name: "unit", run: () => runVitest("unit") },
  { name: "build", run: () => buildWhenStale(stdoutReporter).then(() => ONE_PASSED) },
  { name: "integration", run: () => runVitest("integration") },
  { name: "faults", run: () => runVitest("faults") },
  { name: "e2e", run: () => runPlaywright(stdoutReporter) },
];

await runCommand(async () => {
  for (const name of ["DATABASE_URL", "DATA_DIR"]) delete process.env[name]; // no test may reach what the operator uses
  const reports = await runStages(STAGES, (text) => process.stdout.write(`${text}\n`));
  process.stdout.write(`\n${summary(reports)}\n`);
  if (reports.some(({ failed }) => failed > 0)) process.exitCode = 1;
});
