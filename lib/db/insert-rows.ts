import type { SqlTransaction } from "./pipeline.ts";

type Insert = {
  readonly into: "Task" | "TaskEvent" | "TaskInput" | "LedgerEntry";
  /** All with the same columns, as JSON has them: exact decimals and moments as text, "now" for the transaction's own. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** A column that the table fills, to be told of each row. */
  readonly returning?: "createdAt";
};

/**
 * Inserts any number of rows by one statement, whose text is the same for each number; the table itself says what its columns
 * hold.
 */
export async function insertRows<Told = unknown>(
  tx: SqlTransaction,
  { into, rows, returning }: Insert,
): Promise<readonly Told[]> {
  const [first] = rows;
  if (first === undefined) return [];
  const columns = Object.keys(first)
    .map((column) => `"${column}"`)
    .join(", ");
  return tx.$queryRawUnsafe<Told[]>(
    `INSERT INTO "${into}" (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${into}", $1::text::jsonb)
    ${returning === undefined ? "" : `RETURNING "${returning}"`}`,
    JSON.stringify(rows, longAsText),
  );
}

/** An integer beyond 2^53, as clients may put into fields that nobody knows: as a number it would be rounded when it is read. */
function longAsText(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}
