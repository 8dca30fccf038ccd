import { generateWhenStale } from "./generate.ts";
import { runCommand } from "./operator-error.ts";
import { stdoutReporter } from "./reporter.ts";
import { runChecks } from "./test-run/checks.ts";

/** `npm run check`: Biome, tsc, dependency-cruiser, knip. */
await runCommand(async () => {
  await generateWhenStale(stdoutReporter);
  const { failed } = await runChecks(stdoutReporter.info);
  if (failed > 0) process.exitCode = 1;
});
