import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { mishaps } from "#tests/support/cluster/mishaps.ts";
import { type Cluster, startCluster } from "#tests/support/cluster/start-cluster.ts";
import { buildWhenStale } from "./build.ts";
import { OperatorError, runCommand } from "./operator-error.ts";
import { PROJECT_DIR } from "./project-dir.ts";
import { stdoutReporter as reporter } from "./reporter.ts";
import { runPlaywright } from "./test-run/playwright-stage.ts";
import { runStages, type Stage, summary } from "./test-run/result.ts";
import { runVitest } from "./test-run/vitest-stage.ts";

const RESULTS = path.join(PROJECT_DIR, "test-results");

/** What belongs to the operator's own studio: no test may reach it. */
const OPERATORS_OWN = ["DATABASE_URL", "DATABASE_DIRECT_URL", "DATA_DIR", "SMTP_URL", "STUDIO_ORIGIN"];

/**
 * `npm run test:cluster`: the browser tests and what clients of the gateway may expect, against two web and two worker processes on
 * one external PostgreSQL and one bucket, while a worker machine is lost and a web machine is replaced. `-- gateway` or `-- browser` for
 * one of the two alone.
 */
await runCommand(async () => {
  for (const name of OPERATORS_OWN) delete process.env[name];
  await buildWhenStale(reporter);
  const logDir = await mkdtemp(path.join(tmpdir(), "framewright-cluster-")); // Playwright empties its own folder
  const logFile = path.join(logDir, "machines.log");
  const cluster = await reporter.step("starting the machines", () => startCluster(logFile));
  for (const signal of ["SIGINT", "SIGTERM"])
    process.once(signal, () => void cluster.stop().finally(() => process.exit(1)));
  reporter.info(cluster.words);
  try {
    const wanted = process.argv.slice(2);
    const stages = stagesFor(cluster).filter(({ name }) => wanted.length === 0 || wanted.includes(name));
    const reports = await runStages(stages, (text) => process.stdout.write(`${text}\n`));
    process.stdout.write(`\n${summary(reports)}\n`);
    if (reports.some(({ failed }) => failed > 0)) throw new OperatorError("Several machines are not as one.");
  } finally {
    await cluster.stop();
    await mkdir(RESULTS, { recursive: true });
    await cp(logFile, path.join(RESULTS, "machines.log"));
    await rm(logDir, { recursive: true });
  }
});

function stagesFor(cluster: Cluster): readonly Stage[] {
  const { environment } = cluster;
  const unlucky = mishaps(cluster, reporter.info);
  return [
    {
      name: "browser",
      async run() {
        const result = await runPlaywright(reporter, { environment, onLine: unlucky.onLine });
        await unlucky.settled();
        return result;
      },
    },
    { name: "gateway", run: () => runVitest("cluster", environment) },
  ];
}
