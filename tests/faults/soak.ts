import path from "node:path";
import { parseArgs } from "node:util";
import { startPrivateDatabase } from "#tests/support/private-database.ts";

/**
 * F20: `npm run soak -- --seed 1 --tasks 5000 --faults 10000 --minutes 60`. Everything at random and at once; prints seed and verdict as JSON and
 * ends with 1 when an invariant does not hold or fewer faults happened than were asked for.
 */
const { values } = parseArgs({
  options: {
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    tasks: { type: "string", default: "5000" },
    faults: { type: "string", default: "10000" },
    minutes: { type: "string", default: "60" },
  },
});

const database = await startPrivateDatabase();
// lib/env reads these once, when the run is loaded.
Object.assign(process.env, {
  NODE_ENV: "test",
  LOG_LEVEL: "silent",
  DATABASE_URL: database.url,
  DATA_DIR: path.join(database.dataDir, "studio"),
  BETTER_AUTH_SECRET: "secret-for-tests-only-".repeat(2),
  MASTER_KEY: "master-key-for-tests-only-".repeat(2),
});
const { runSoak } = await import("./soak/run-soak.ts");

process.stdout.write(`soak, seed ${values.seed}\n`);
try {
  const verdict = await runSoak({
    seed: Number(values.seed),
    tasks: Number(values.tasks),
    orderForMs: Number(values.minutes) * 60 * 1000,
    restartDatabase: database.killAndRestart,
    say: (line) => process.stdout.write(`${line}\n`),
  });
  process.stdout.write(`${JSON.stringify(verdict, null, 2)}\n`);
  if (!verdict.passed || verdict.faults < Number(values.faults)) process.exitCode = 1;
} finally {
  await database.remove();
}
process.exit();
