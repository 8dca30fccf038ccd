import { KEY_SCOPES, type KeyScope } from "#lib/contract/permissions.ts";
import type { Prisma } from "#lib/db/generated/client.ts";

/** A gateway key as its team may see it: never its hash, never its secret. */
export type ApiKeyView = {
  readonly id: string;
  readonly name: string;
  readonly scope: KeyScope;
  readonly prefix: string;
  readonly accessKey: string;
  readonly createdBy: { readonly id: string; readonly name: string };
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
  /** Video units; null = no cap. */
  readonly budgetUnits: number | null;
  readonly usedUnits: number;
};

export const API_KEY_SELECT = {
  id: true,
  name: true,
  scope: true,
  prefix: true,
  accessKey: true,
  createdBy: { select: { id: true, name: true } },
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
  revokedAt: true,
} as const;

type Dates = "createdAt" | "expiresAt" | "lastUsedAt" | "revokedAt";

type Row = Omit<ApiKeyView, "scope" | Dates | "budgetUnits" | "usedUnits"> & {
  readonly scope: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
};

/** Exact decimals of the books; absent before the key was given a cap or ordered anything. */
export type KeyBudget = { readonly capUnits: Prisma.Decimal | null; readonly usedUnits: Prisma.Decimal };

export function apiKeyView(row: Row, budget: KeyBudget | undefined): ApiKeyView {
  return {
    id: row.id,
    name: row.name,
    scope: KEY_SCOPES.find((scope) => scope === row.scope) ?? "read",
    prefix: row.prefix,
    accessKey: row.accessKey,
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    budgetUnits: budget?.capUnits?.toNumber() ?? null,
    usedUnits: budget?.usedUnits.toNumber() ?? 0,
  };
}
