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

/** As Prisma's: a transaction that hangs must not hold its locks for long. */
const TIMEOUTS = { statement_timeout: 20_000, idle_in_transaction_session_timeout: 8_000 };

/**
 * Everything here is found by a key. A plan that was made while its table was small must not read all of it when it has grown:
 * neither ours nor those of foreign keys.
 */
const PLANNING = "-c enable_seqscan=off -c plan_cache_mode=force_generic_plan";

/**
 * Connections on which statements follow each other without waiting for answers, each prepared once: for the few that are
 * asked for with every call of the gateway. What is prepared belongs to a session, so no pooler may stand in between.
 */
function connect({ max, options }: { readonly max: number; readonly options: string }): Pool {
  const pool = new Pool({
    connectionString: env.DATABASE_DIRECT_URL ?? env.DATABASE_URL,
    application_name: "framewright-pipeline",
    max,
    options,
    allowExitOnIdle: true,
    pipeline: true,
    ...TIMEOUTS,
  });
  // Without a listener, Node would end the process on the first restart of the database.
  pool.on("error", (error) => log.warn({ err: error }, "an idle database connection was lost"));
  return pool;
}

// One of each per process, also over the module reloads of `next dev`.
const held = globalThis as { framewrightPipeline?: Pool; framewrightCounts?: Pool };

function pool(): Pool {
  held.framewrightPipeline ??= connect({ max: 6, options: PLANNING });
  return held.framewrightPipeline;
}

function countsPool(): Pool {
  held.framewrightCounts ??= connect({ max: 2, options: `${PLANNING} -c synchronous_commit=off` });
  return held.framewrightCounts;
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
 * `querySql` that does not wait for the disk: everybody sees it at once, but when the database's machine dies its last half
 * second is lost. For counts and for when something was last used; never for what somebody was promised.
 */
export async function countBySql<Row>(
  text: TemplateStringsArray,
  ...values: readonly unknown[]
): Promise<Row[]> {
  const { rows } = await countsPool().query(prepared(textOf(text), values));
  return rows;
}

/**
 * Does `work` in one transaction that has committed when this resolves. Statements that `work` sends without awaiting go out
 * together, in order; when one fails, the later ones fail too, and so does whatever is sent when `work` is over.
 */
export async function inPipeline<Made>(work: (tx: SqlTransaction) => Promise<Made>): Promise<Made> {
  const client = await pool().connect();
  const { tx, end } = transactionOn(client);
  let isUsable = true;
  try {
    sendTogether(client);
    const [, made] = await Promise.all([client.query("BEGIN"), work(tx).finally(end)]);
    const { command } = await client.query("COMMIT");
    if (command !== "COMMIT") throw new Error(`the transaction ended with ${command}`);
    return made;
  } catch (error) {
    end();
    isUsable = await client.query("ROLLBACK").then(
      () => true,
      () => false,
    );
    throw error;
  } finally {
    client.release(!isUsable);
  }
}

/** A transaction of Prisma's for work that sends without awaiting: its driver wants one statement at a time. */
export function oneAtATime(tx: SqlTransaction): SqlTransaction {
  let last: Promise<unknown> = Promise.resolve();
  function next<Result>(send: () => Promise<Result>): Promise<Result> {
    const result = last.then(send);
    last = result.catch(() => undefined); // told to whoever sent it
    return result;
  }
  return {
    $queryRaw: (text, ...values) => next(() => tx.$queryRaw(text, ...values)),
    $executeRaw: (text, ...values) => next(() => tx.$executeRaw(text, ...values)),
    $queryRawUnsafe: (text, ...values) => next(() => tx.$queryRawUnsafe(text, ...values)),
  };
}

/** Holds back what is sent until nothing more comes of itself: one write instead of many. */
function sendTogether({ connection: { stream } }: PoolClient): void {
  stream.cork();
  process.nextTick(() => stream.uncork());
}

function transactionOn(client: PoolClient): { readonly tx: SqlTransaction; readonly end: () => void } {
  let failure: unknown;
  let isOver = false;
  /** What follows a failure is told of the failure, not that it came too late. */
  async function send(text: string, values: readonly unknown[]) {
    if (isOver) throw new Error("a statement for a transaction that is over");
    try {
      return await client.query(prepared(text, values));
    } catch (error) {
      failure ??= error;
      throw failure;
    }
  }
  const tx: SqlTransaction = {
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
  return { tx, end: () => (isOver = true) };
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
