import { createHash } from "node:crypto";
import { appendAudit } from "#lib/audit/append-audit.ts";
import { writeBudgetCap } from "#lib/billing/set-budget-cap.ts";
import type { KeyScope } from "#lib/contract/permissions.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { randomText } from "#lib/secrets/random-text.ts";
import { seal } from "#lib/secrets/seal.ts";
import { newId } from "#lib/shared/ids.ts";
import { API_KEY_SELECT, type ApiKeyView, apiKeyView } from "./api-key-view.ts";

/** The prefix lets leak scanners and people recognise a key. */
const KEY_PREFIX = "fw_";
const KEY_CHARACTERS = 64;
const ACCESS_KEY_CHARACTERS = 32;
const SECRET_KEY_CHARACTERS = 48;

/** As many characters as people may always see. */
const VISIBLE_CHARACTERS = 10;

export type NewApiKey = {
  readonly teamId: string;
  readonly userId: string;
  readonly name: string;
  readonly scope: KeyScope;
  readonly expiresAt: Date | null;
  /** Video units that its orders may come to in all; no cap unless told. */
  readonly budgetUnits?: number | null;
};

export type ApiKeySecrets = { readonly key: string; readonly accessKey: string; readonly secretKey: string };

/** Makes a gateway key. Its secrets are in the answer and nowhere else: the key is stored hashed, the secret key sealed. */
export async function createApiKey(input: NewApiKey): Promise<ApiKeyView & ApiKeySecrets> {
  const { teamId, userId, name, scope, expiresAt, budgetUnits = null } = input;
  const id = newId("apiKey");
  const key = `${KEY_PREFIX}${randomText(KEY_CHARACTERS)}`;
  const secretKey = randomText(SECRET_KEY_CHARACTERS);
  const capUnits = budgetUnits === null ? null : new Prisma.Decimal(budgetUnits);
  const data = {
    id,
    teamId,
    createdById: userId,
    name,
    scope,
    prefix: key.slice(0, VISIBLE_CHARACTERS),
    keyHash: createHash("sha256").update(key).digest("hex"),
    accessKey: randomText(ACCESS_KEY_CHARACTERS),
    secretKeySealed: seal(secretKey, secretKeyContext({ id, teamId })),
    expiresAt,
  };
  const row = await db.$transaction(async (tx) => {
    const made = await tx.apiKey.create({ data, select: API_KEY_SELECT });
    if (capUnits !== null)
      await writeBudgetCap(tx, { teamId, scope: "key", subjectId: id, capUnits: capUnits.toFixed() });
    const details = { scope, expiresAt: expiresAt?.toISOString() ?? null, budgetUnits };
    await appendAudit(tx, { teamId, action: "api_key.created", objectId: id, details });
    return made;
  });
  return { ...apiKeyView(row, { capUnits, usedUnits: new Prisma.Decimal(0) }), key, secretKey };
}

/** Where a sealed secret key belongs: copied to another row or team it does not open. */
export function secretKeyContext({ id, teamId }: { id: string; teamId: string }): readonly string[] {
  return ["ApiKey", id, teamId, "secretKey"];
}
