import { appendAudit } from "#lib/audit/append-audit.ts";
import { OLD_SECRET_HOURS } from "#lib/contract/webhook-events.ts";
import { systemDb } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { deriveKey } from "#lib/secrets/derive-key.ts";
import { secretOf } from "./sign.ts";

const HOUR_MS = 60 * 60 * 1000;

/**
 * What a team's callbacks are signed with at this moment, the newest first: `whsec_…`. They are derived and stored nowhere. The one
 * before signs along for a day after a rotation, and all of them under the instance's old master key as long as that is configured.
 */
export async function callbackSecretsOf(teamId: string, now: Date): Promise<readonly [string, ...string[]]> {
  const row = await systemDb.callbackSecret.findUnique({ where: { teamId } });
  const version = row?.version ?? 1;
  const isFresh = row !== null && now.getTime() < row.rotatedAt.getTime() + OLD_SECRET_HOURS * HOUR_MS;
  const versions = isFresh ? [version, version - 1] : [version];
  const before = env.MASTER_KEY_PREVIOUS === undefined ? [] : [env.MASTER_KEY_PREVIOUS];
  const current = callbackSecret(env.MASTER_KEY, { teamId, version });
  const others = [env.MASTER_KEY, ...before].flatMap((key) =>
    versions.map((it) => callbackSecret(key, { teamId, version: it })),
  );
  return [current, ...others.slice(1)];
}

/** Makes the team's next secret; the one of today signs along for a day. Again within that day, the one of yesterday is forgotten. */
export async function rotateCallbackSecret(teamId: string, now: Date): Promise<string> {
  await systemDb.$transaction(async (tx) => {
    const [next] = await tx.$queryRaw<{ version: number }[]>`
      INSERT INTO "CallbackSecret" ("teamId", "version", "rotatedAt") VALUES (${teamId}, 2, ${now})
      ON CONFLICT ("teamId") DO UPDATE SET "version" = "CallbackSecret"."version" + 1, "rotatedAt" = excluded."rotatedAt"
      RETURNING "version"`;
    const details = { version: next?.version ?? null };
    await appendAudit(tx, { teamId, action: "callback_secret.rotated", objectId: teamId, details });
  });
  const [secret] = await callbackSecretsOf(teamId, now);
  return secret;
}

function callbackSecret(
  masterKey: string,
  { teamId, version }: { readonly teamId: string; readonly version: number },
): string {
  const owner = version === 1 ? teamId : `${teamId}:${version}`;
  return secretOf(deriveKey(masterKey, "callback signature v1", owner));
}
