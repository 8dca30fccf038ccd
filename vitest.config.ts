import { defineConfig } from "vitest/config";

/** What lib/env.ts demands. Unit tests touch no database; integration tests replace the address by a real one. */
const environment = {
  DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
  BETTER_AUTH_SECRET: "secret-for-tests-only-".repeat(2),
  MASTER_KEY: "master-key-for-tests-only-".repeat(2),
  LOG_LEVEL: "silent",
};

export default defineConfig({
  test: {
    env: environment,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{app,components,lib,scripts}/**/*.test.{ts,tsx}", "tests/support/**/*.test.ts"],
          // Only to end a loop: how fast something is, tests/perf says, and a busy machine must fail nothing.
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: "tests/support/vitest-database.ts",
          setupFiles: "tests/support/vitest-file-database.ts",
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Most of a file is waiting for its database, its worker or its clip: two left a third of two cores idle.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          // Expectations that an address is enough for, at a studio of several machines: `npm run test:cluster`.
          name: "cluster",
          include: ["tests/integration/gateway.test.ts", "tests/integration/gateway/{calls,worker}.test.ts"],
          env: process.env.STUDIO_ORIGIN === undefined ? {} : { ...process.env },
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        test: {
          name: "faults",
          include: ["tests/faults/**/*.test.ts"],
          globalSetup: "tests/support/vitest-database.ts",
          setupFiles: "tests/support/vitest-file-database.ts",
          // At full size a test is as long as what it does; only to end a loop.
          testTimeout: process.env.FAULTS_SIZE === "full" ? 3_600_000 : 240_000,
          hookTimeout: 120_000,
          // Each file has workers of its own that are mostly waiting for what was done to them.
          maxWorkers: 3,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
