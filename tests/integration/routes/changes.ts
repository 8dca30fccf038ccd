import { systemDb } from "#lib/db/client.ts";

/** What was written since, by table and kind of writing; a value that was changed and changed back counts as well. */
export type Changes = () => Promise<readonly string[]>;

/**
 * Watches every row of every table of this file's database from now on. Left out is what counting and recognising a caller
 * writes: rate counts and when a key was last used.
 */
export async function watchChanges(): Promise<Changes> {
  noting ??= noteWrites();
  await noting;
  const [{ last } = { last: 0n }] = await systemDb.$queryRaw<{ last: bigint }[]>`
    SELECT coalesce(max(id), 0) AS last FROM noted.write`;
  return async () => {
    const rows = await systemDb.$queryRaw<{ what: string }[]>`
      SELECT DISTINCT what FROM noted.write WHERE id > ${last} ORDER BY what`;
    return rows.map(({ what }) => what);
  };
}

let noting: Promise<void> | undefined;

/** The database itself notes each write, which costs little; to compare all rows with what they were costs more the more there are. */
async function noteWrites(): Promise<void> {
  for (const statement of NOTES) await systemDb.$executeRawUnsafe(statement);
  const tables = await watchedTables();
  for (const name of tables) {
    await systemDb.$executeRawUnsafe(`CREATE TRIGGER noted AFTER INSERT OR UPDATE OR DELETE ON "${name}"
      FOR EACH ROW EXECUTE FUNCTION noted.note_row()`);
    await systemDb.$executeRawUnsafe(`CREATE TRIGGER noted_all AFTER TRUNCATE ON "${name}"
      FOR EACH STATEMENT EXECUTE FUNCTION noted.note_all()`);
  }
}

/** Table names come from the catalogue of a database that the test file owns. */
export async function watchedTables(): Promise<readonly string[]> {
  const tables = await systemDb.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
      AND table_name NOT IN ('RateLimit', '_prisma_migrations')`;
  return tables.map(({ name }) => name);
}

const NOTES = [
  "CREATE SCHEMA noted",
  "CREATE TABLE noted.write (id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY, what text NOT NULL)",
  `CREATE FUNCTION noted.note_row() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
     IF TG_OP = 'UPDATE' THEN
       IF to_jsonb(OLD) - 'lastUsedAt' = to_jsonb(NEW) - 'lastUsedAt' THEN RETURN NULL; END IF;
     END IF;
     INSERT INTO noted.write (what) VALUES (TG_OP || ' ' || TG_TABLE_NAME);
     RETURN NULL;
   END $$`,
  `CREATE FUNCTION noted.note_all() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
     INSERT INTO noted.write (what) VALUES (TG_OP || ' ' || TG_TABLE_NAME);
     RETURN NULL;
   END $$`,
];
