import { DatabaseError } from "pg";
import { Prisma } from "./generated/client.ts";

const UNIQUE_VIOLATION = "23505";

/** Whether this is PostgreSQL's refusal of a second row with the same value in a unique column. */
export function isUniqueViolation(error: unknown, column: string): boolean {
  if (error instanceof DatabaseError)
    return error.code === UNIQUE_VIOLATION && error.constraint?.includes(column) === true;
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  // Where the column stands depends on the driver adapter; of raw SQL, Prisma tells PostgreSQL's own code.
  const told = JSON.stringify(error.meta ?? {});
  return (error.code === "P2002" || told.includes(UNIQUE_VIOLATION)) && told.includes(column);
}
