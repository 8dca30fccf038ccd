import { systemDb } from "#lib/db/client.ts";

/** Every column that names blobs; a test compares this list, and the one below, with the database's own columns. */
export const NAMING_COLUMNS = [
  "Asset.storageKey",
  "Asset.posterKey",
  "Asset.previewKey",
  "SandboxTask.inputs",
  "SandboxTask.files",
] as const;

/** An order that named a file just before it was deleted still reads it. */
export const REMOVED_KEPT = "1 day";

/** Those of the keys that some row names. One pass over each table, however many keys are asked for. */
export async function namedAmong(keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const rows = await systemDb.$queryRaw<{ key: string }[]>`
    WITH wanted AS MATERIALIZED (SELECT unnest(${[...keys]}::text[]) AS "key"),
    kept AS NOT MATERIALIZED (
      SELECT * FROM "Asset" WHERE "removedAt" IS NULL OR "removedAt" > now() - ${REMOVED_KEPT}::interval
    )
    SELECT "key" FROM wanted WHERE EXISTS (SELECT FROM kept WHERE "storageKey" = "key")
    UNION SELECT "key" FROM wanted WHERE EXISTS (SELECT FROM kept WHERE "posterKey" = "key")
    UNION SELECT "key" FROM wanted WHERE EXISTS (SELECT FROM kept WHERE "previewKey" = "key")
    UNION SELECT "key" FROM wanted JOIN (
      SELECT jsonb_path_query("inputs", '$.*') #>> '{}' AS "named" FROM "SandboxTask"
      UNION ALL SELECT jsonb_path_query("files", '$[*].key') #>> '{}' FROM "SandboxTask"
    ) AS sandbox ON "named" = "key"`;
  return new Set(rows.map(({ key }) => key));
}
