import { createHash } from "node:crypto";
import { Pool, type PoolClient } from "pg";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";

/** What SQL of our own needs of a transaction: Prisma's offer it, and those of `inPipeline` do. */
export type SqlTransaction = {
  $queryRaw<Rows>(text: TemplateStringsArray, ...values: readonly unknown[]): Promise<Rows>;
  $executeRaw(text: TemplateStringsArray, ...values: readonly unknown[]): Promise<number>;
  $queryRawUnsafe<Rows>(text: string, ...values: readonly unknown[]): Promise<Rows>;
};

const POOL_SIZE = 6;

/** As Prisma's: a transaction that hangs must not hold its locks for long. */
const TIMEOUTS = { statement_timeout: 20_000, idle_in_transaction_session_timeout: 8_000 };

/**
 * Connections on which statements follow each other without waiting for answers, each prepared once: for the few that are
 * asked for with every call of the gateway. Statements are planned per session, so no pooler may stand in between.
 */
function connect(): Pool {
  const connectionString = env.DATABASE_DIRECT_URL ?? env.DATABASE_URL;
  const pool = new Pool({
    connectionString,
    max: POOL_SIZE,
    allowExitOnIdle: true,
    pipeline: true,
    ...TIMEOUTS,
  });
  // Without a listener, Node would end the process on the first restart of the database.
  pool.on("error", (error) => log.warn({ err: error }, "an idle database connection was lost"));
  return pool;
}

// One pool per process, also over the module reloads of `next dev`.
const held = globalThis as { framewrightPipeline?: Pool };

function pool(): Pool {
  held.framewrightPipeline ??= connect();
  return held.framewrightPipeline;
}

/** One statement by itself, committed when this resolves. */
export async function querySql<Row>(
  text: TemplateStringsArray,
  ...values: readonly unknown[]
): Promise<Row[]> {
  const { rows } = await pool().query(prepared(textOf(text), values));
  return rows; // the caller's own SQL says what they are
}

/**
 * Does `work` in one transaction that has committed when this resolves. Statements that `work` sends without awaiting go out
 * together, in order; when one fails, the later ones fail too.
 */
export async function inPipeline<Made>(work: (tx: SqlTransaction) => Promise<Made>): Promise<Made> {
  const client = await pool().connect();
  let isUsable = true;
  try {
    const [, made] = await Promise.all([client.query("BEGIN"), work(transactionOn(client))]);
    const { command } = await client.query("COMMIT");
    if (command !== "COMMIT") throw new Error(`the transaction ended with ${command}`);
    return made;
  } catch (error) {
    isUsable = await client.query("ROLLBACK").then(
      () => true,
      () => false,
    );
    throw error;
  } finally {
    client.release(!isUsable);
  }
}

function transactionOn(client: PoolClient): SqlTransaction {
  let failure: unknown;
  /** What follows a failure is told of the failure, not that it came too late. */
  async function send(text: string, values: readonly unknown[]) {
    try {
      return await client.query(prepared(text, values));
    } catch (error) {
      failure ??= error;
      throw failure;
    }
  }
  return {
    async $queryRaw<Rows>(text: TemplateStringsArray, ...values: readonly unknown[]) {
      return (await send(textOf(text), values)).rows as Rows; // the caller's own SQL says what they are
    },
    async $executeRaw(text, ...values) {
      return (await send(textOf(text), values)).rowCount ?? 0;
    },
    async $queryRawUnsafe<Rows>(text: string, ...values: readonly unknown[]) {
      return (await send(text, values)).rows as Rows;
    },
  };
}

const texts = new WeakMap<TemplateStringsArray, string>();

/** The SQL of a template, with `$1` and so on where its values stand. */
function textOf(template: TemplateStringsArray): string {
  const known = texts.get(template);
  if (known !== undefined) return known;
  const text = template.reduce((before, part, index) => `${before}$${index}${part}`);
  texts.set(template, text);
  return text;
}

const names = new Map<string, string>();

/**
 * Texts are constants of this program, a few dozen; their values never stand in them. They are named by what they say: the web
 * process holds this module twice, once in Next's bundle, and both share the connections.
 */
function prepared(text: string, values: readonly unknown[]) {
  const name = names.get(text) ?? nameOf(text);
  names.set(text, name);
  return { name, text, values: [...values] };
}

function nameOf(text: string): string {
  return `framewright_${createHash("sha256").update(text).digest("hex").slice(0, 32)}`;
}
