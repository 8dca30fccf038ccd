import { DatabaseError } from "pg";
import { AppError } from "#lib/shared/errors.ts";
import { Prisma } from "./generated/client.ts";

/**
 * What keeps anybody from being served now and will pass: a full disk, or a database that cannot be reached. Null for everything else.
 */
export function passingTroubleOf(error: unknown): AppError | null {
  const code = codeOf(error);
  if (code === null) return null;
  if (DISK_FULL.test(code))
    return new AppError(
      "insufficient_storage",
      "The disk is full; nothing new is taken until there is room.",
      {
        cause: error,
        retryable: true,
      },
    );
  if (AWAY.test(code))
    return new AppError("provider_unavailable", "The database cannot be reached; try again in a moment.", {
      cause: error,
      retryable: true,
      details: { retryAfterSeconds: 5 },
    });
  return null;
}

/** PostgreSQL's disk_full, and what Node says of a file. */
const DISK_FULL = /^(53100|ENOSPC|EDQUOT)$/;

/**
 * PostgreSQL: connection exceptions (class 08), too many connections, shutting down, crashed, starting up. Prisma: cannot be
 * reached, timed out, closed, no connection free, no transaction could be begun. Node: what a socket ends with.
 */
const AWAY =
  /^(08\w{3}|53300|57P0[1-3]|P1001|P1002|P1008|P1017|P2024|P2028|DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections|ECONNREFUSED|ECONNRESET|EPIPE)$/;

function codeOf(error: unknown): string | null {
  if (error instanceof DatabaseError) return error.code ?? null;
  if (error instanceof Prisma.PrismaClientKnownRequestError) return adapterCodeOf(error.meta) ?? error.code;
  if (!(error instanceof Error)) return null;
  if (/^Connection terminated/.test(error.message)) return "ConnectionClosed"; // node-postgres gives it no code
  return "code" in error && typeof error.code === "string" ? error.code : codeOf(error.cause);
}

type AdapterCause = { readonly originalCode?: unknown; readonly kind?: unknown };

/** Where Prisma's adapter for node-postgres puts what it was told. */
function adapterCodeOf(meta: unknown): string | null {
  const { driverAdapterError } = (meta ?? {}) as { driverAdapterError?: { cause?: AdapterCause } };
  const { originalCode, kind } = driverAdapterError?.cause ?? {};
  if (typeof originalCode === "string") return originalCode;
  return typeof kind === "string" ? kind : null;
}
