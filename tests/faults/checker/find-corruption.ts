import { withConnection } from "#scripts/postgres/connection.ts";

/**
 * What `pg_amcheck --heapallindexed` looks for in one database: tables whose pages contradict themselves, indexes that are out of
 * order or miss a row, pages whose checksum is wrong. The functions are those of the extension amcheck, which comes with the server.
 * @returns a line for each finding
 */
export function findCorruption(url: string): Promise<readonly string[]> {
  return withConnection(url, async (client) => {
    await client.query("CREATE EXTENSION IF NOT EXISTS amcheck");
    const { rows: relations } = await client.query<{ name: string; check: string }>(RELATIONS);
    const found: string[] = [];
    for (const { name, check } of relations) {
      const answer = await client.query<{ msg?: string }>(check).catch((error: unknown) => String(error));
      if (typeof answer === "string") found.push(`${name}: ${answer}`);
      else found.push(...answer.rows.flatMap(({ msg }) => (msg === undefined ? [] : [`${name}: ${msg}`])));
    }
    const { rows } = await client.query<{ failures: string }>(
      "SELECT coalesce(sum(checksum_failures), 0)::text AS failures FROM pg_stat_database",
    );
    if (rows[0]?.failures !== "0") found.push(`${rows[0]?.failures} pages have a wrong checksum`);
    return found;
  });
}

const RELATIONS = `
  SELECT oid::regclass::text AS name,
    CASE WHEN relkind = 'i' AND access = 'btree' THEN format('SELECT bt_index_check(%s, true)', oid)
         WHEN relkind = 'i' THEN format('SELECT gin_index_check(%s)', oid)
         ELSE format('SELECT msg FROM verify_heapam(%s)', oid) END AS "check"
  FROM (SELECT c.oid, c.relkind, am.amname AS access FROM pg_class c JOIN pg_am am ON am.oid = c.relam
        LEFT JOIN pg_index i ON i.indexrelid = c.oid
        WHERE c.relpersistence = 'p' AND (c.relkind IN ('r', 't', 'm') OR (c.relkind = 'i' AND i.indisvalid AND i.indisready)))
  WHERE relkind <> 'i' OR access IN ('btree', 'gin')`;
