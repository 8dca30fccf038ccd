import { Prisma } from "./generated/client.ts";

/** Whether this is PostgreSQL's refusal of a second row with the same value in a unique column. */
export function isUniqueViolation(error: unknown, column: string): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== "P2002") return false;
  return JSON.stringify(error.meta ?? {}).includes(column); // where the column stands depends on the driver adapter
}
