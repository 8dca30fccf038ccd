import { systemDb } from "#lib/db/client.ts";

/** What is dated in a task's life; leases are held by living processes and have no past. */
const DATED = ["Task", "TaskOutput", "TaskEvent"];
const UNDATED = ["leaseUntil"];

/** So many hours pass for everything that is stored: each date moves into the past, and what was put off for less is due. */
export async function passTime(hours: number): Promise<void> {
  const columns = await systemDb.$queryRaw<{ table: string; column: string }[]>`
    SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
    WHERE table_schema = 'public' AND data_type LIKE 'timestamp%'
      AND table_name = ANY(${DATED}) AND column_name <> ALL(${UNDATED})`;
  const moves = [...Map.groupBy(columns, ({ table }) => table)].map(([table, own]) => {
    const sets = own.map(({ column }) => `"${column}" = "${column}" - interval '${hours} hours'`);
    return `UPDATE "${table}" SET ${sets.join(", ")}`;
  });
  const jobs = `UPDATE pgboss.job SET start_after = start_after - interval '${hours} hours' WHERE state < 'active'`;
  // Names come from the catalogue of a database that the test file owns.
  await systemDb.$transaction([...moves, jobs].map((statement) => systemDb.$executeRawUnsafe(statement)));
}
