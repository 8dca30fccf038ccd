import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "#lib/env.ts";
import { PrismaClient } from "./generated/client.ts";
import { tenantGuard } from "./tenant-guard.ts";

/** Connections per process; web and worker together stay far below PostgreSQL's default of 100. */
const POOL_SIZE = 12;

/** A burst waits for a connection rather than failing; a transaction that hangs must not hold its locks for long. */
const TRANSACTION_OPTIONS = { maxWait: 20_000, timeout: 20_000 };

/** A process that was frozen in the middle of a transaction must not hold its locks until it wakes up. */
const IDLE_IN_TRANSACTION_MS = 8_000;

function connect() {
  const adapter = new PrismaPg({
    connectionString: env.DATABASE_URL,
    max: POOL_SIZE,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  });
  return new PrismaClient({ adapter, transactionOptions: TRANSACTION_OPTIONS });
}

// One client per process, also over the module reloads of `next dev`.
const held = globalThis as { framewrightDb?: ReturnType<typeof connect> };
held.framewrightDb ??= connect();

/**
 * The database without the tenant guard: for the worker and for account code, which act across teams.
 * Use cases that serve a caller use `db`.
 */
export const systemDb = held.framewrightDb;

/** The database for use cases: refuses any query of team data that does not name the team. */
export const db = systemDb.$extends(tenantGuard);

/** What both clients and their transactions offer to a use case. */
export type Db = typeof db;
export type Transaction = Parameters<Parameters<Db["$transaction"]>[0]>[0];
export type SystemTransaction = Parameters<Parameters<typeof systemDb.$transaction>[0]>[0];
