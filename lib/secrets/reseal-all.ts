import { crashPoint } from "#lib/crash-point.ts";
import { systemDb } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { activePrefix, reseal } from "./seal.ts";

/** Every column that holds sealed texts; a test compares this list with the database's own. */
export const SEALED_COLUMNS = [
  { table: "ApiKey", column: "secretKeySealed" },
  { table: "Connection", column: "credentialSealed" },
  { table: "Connection", column: "callbackSecretSealed" },
  { table: "Webhook", column: "secretSealed" },
  { table: "Webhook", column: "oldSecretSealed" },
] as const;

type SealedColumn = (typeof SEALED_COLUMNS)[number];
type SealedRow = { readonly id: string; readonly teamId: string; readonly sealed: string };

const ROWS_AT_ONCE = 200;

/**
 * Brings every sealed text of the database under the active master key, row by row; what is there already is left alone, so it can be
 * run again after it was killed anywhere. A row that is written meanwhile keeps what was written.
 * @returns how many texts were resealed
 * @throws a plain Error that names the row whose master key is not configured
 */
export async function resealAll(): Promise<number> {
  let resealed = 0;
  for (const place of SEALED_COLUMNS) {
    for (;;) {
      const rows = await findOthers(place);
      if (rows.length === 0) break;
      for (const row of rows) resealed += await resealRow(place, row);
    }
  }
  return resealed;
}

function findOthers({ table, column }: SealedColumn): Promise<SealedRow[]> {
  return systemDb.$queryRaw<SealedRow[]>`
    SELECT "id", "teamId", ${name(column)} AS "sealed" FROM ${name(table)}
    WHERE NOT starts_with(${name(column)}, ${activePrefix()}) ORDER BY "id" LIMIT ${ROWS_AT_ONCE}`;
}

async function resealRow(place: SealedColumn, { id, teamId, sealed }: SealedRow): Promise<number> {
  const { table, column } = place;
  const context = [table, id, teamId, column.slice(0, -"Sealed".length)];
  const fresh = resealOrName(sealed, context);
  const changed = await systemDb.$executeRaw`
    UPDATE ${name(table)} SET ${name(column)} = ${fresh} WHERE "id" = ${id} AND ${name(column)} = ${sealed}`;
  crashPoint("rotate:row");
  return changed;
}

function resealOrName(sealed: string, context: readonly string[]): string {
  try {
    return reseal(sealed, context);
  } catch (cause) {
    throw new Error(`${context[0]} ${context[1]} cannot be opened with the master keys that are configured`, {
      cause,
    });
  }
}

/** A name out of the list above, never a caller's. */
function name(text: SealedColumn["table" | "column"]) {
  return Prisma.raw(`"${text}"`);
}
