import { parseArgs } from "node:util";
import { withDatabase } from "./database.ts";
import { applyMigrations } from "./migrations/apply.ts";
import { createMigration } from "./migrations/create.ts";
import { runCommand } from "./operator-error.ts";
import { startThrowAwayDatabase } from "./postgres/throw-away.ts";
import { stderrReporter } from "./reporter.ts";

/**
 * `npm run db:migrate` applies what is pending; `npm run db:diff -- --name x` writes the next migration (without a
 * name it only prints the SQL).
 */
await runCommand(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { name: { type: "string" } },
  });
  return positionals[0] === "diff" ? diff(values.name) : migrate();
});

async function migrate(): Promise<void> {
  await withDatabase({ reporter: stderrReporter }, async (databaseUrl) => {
    const applied = await applyMigrations(databaseUrl);
    stderrReporter.info(
      applied.length === 0 ? "the database is up to date" : `applied ${applied.join(", ")}`,
    );
  });
}

/** Needs no data, only a server that can build the shadow database. */
async function diff(name: string | undefined): Promise<void> {
  const database = await stderrReporter.step("starting a throw-away database", startThrowAwayDatabase);
  try {
    await createMigration({ databaseUrl: database.url, name, reporter: stderrReporter });
  } finally {
    await database.remove();
  }
}
