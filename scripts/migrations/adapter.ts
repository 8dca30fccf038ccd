import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlResultSet,
} from "@prisma/driver-adapter-utils";
import pg from "pg";
import { withConnection } from "#scripts/postgres/connection.ts";

export type MigrationAdapter = {
  factory: SqlMigrationAwareDriverAdapterFactory;
  /** Closes every connection and drops the shadow databases. */
  dispose(): Promise<void>;
};

/**
 * PrismaPg, changed where it does not suit migrations (version 7.10.0): it splits scripts at every semicolon, also
 * inside function bodies; it leaves connections open; it does not know the type "char" of PostgreSQL's own catalogs; and
 * given a connection string it would put the shadow database's tables into the real database, because the string's
 * database name wins over the one it sets.
 */
export function migrationAdapter(databaseUrl: string): MigrationAdapter {
  const closing: (() => Promise<unknown>)[] = [];
  const inner = new PrismaPg({ connectionString: databaseUrl });

  async function connectTo(url: string): Promise<SqlDriverAdapter> {
    const pool = new pg.Pool({ connectionString: url, max: 2 });
    closing.unshift(() => pool.end());
    const runScript = pool.query.bind(pool);
    const adapter = await new PrismaPg(hideInternalChars(pool)).connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => showInternalChars(await queryRaw(query));
    adapter.executeScript = async (script) => {
      await runScript(script); // one round trip, hence one implicit transaction: a migration applies wholly or not at all
    };
    return adapter;
  }

  return {
    factory: {
      provider: inner.provider,
      adapterName: inner.adapterName,
      connect: () => connectTo(databaseUrl),
      async connectToShadowDb() {
        const name = `framewright_shadow_${randomUUID().replaceAll("-", "")}`;
        await withConnection(databaseUrl, (client) => client.query(`CREATE DATABASE ${name}`));
        closing.unshift(() => withConnection(databaseUrl, (client) => client.query(`DROP DATABASE ${name}`)));
        return connectTo(withDatabaseName(databaseUrl, name));
      },
    },
    async dispose() {
      for (const close of closing) await close();
    },
  };
}

/** The same server and options, another database. */
export function withDatabaseName(databaseUrl: string, name: string): string {
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return url.href;
}

const INTERNAL_CHAR_TYPE = 18;
const TEXT_TYPE = 25;

/** The rows of a result → which of its columns were of type "char". */
const internalChars = new WeakMap<object, number[]>();

/** The adapter refuses "char" and takes text … */
function hideInternalChars(pool: pg.Pool): pg.Pool {
  const query = pool.query.bind(pool);
  return Object.assign(pool, {
    async query(config: pg.QueryArrayConfig, values?: unknown[]) {
      const result = await query<unknown[]>(config, values);
      const columns = [...result.fields.keys()].filter(
        (index) => result.fields[index]?.dataTypeID === INTERNAL_CHAR_TYPE,
      );
      const fields = result.fields.map((field, index) =>
        columns.includes(index) ? { ...field, dataTypeID: TEXT_TYPE } : field,
      );
      internalChars.set(result.rows, columns);
      return { ...result, fields };
    },
  });
}

/** … and the engine wants to be told that it is one character. */
function showInternalChars(result: SqlResultSet): SqlResultSet {
  const columns = internalChars.get(result.rows) ?? [];
  const columnTypes = result.columnTypes.map((type, index) =>
    columns.includes(index) ? ColumnTypeEnum.Character : type,
  );
  return { ...result, columnTypes };
}
