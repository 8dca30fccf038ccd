import type { Principal } from "#lib/contract/permissions.ts";
import type { Transaction } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/shared/errors.ts";

/** A request that may be sent again: the caller's key, what the body was, and the operation it is for. */
export type Repeat = { readonly key: string; readonly bodySha256: string };

type Scope = { readonly caller: Principal; readonly route: string; readonly repeat: Repeat };

/** How long a key's answer is kept. */
export const IDEMPOTENCY_HOURS = 24;

/**
 * Does `work` at most once per key of this caller on this route, and answers repeats with the first answer. The answer
 * is stored in the same transaction as the work: either both exist or neither. A key is free again when the work failed.
 * @throws AppError conflict while the first request is still running, unprocessable when the body differs
 */
export async function oncePerKey<T extends Prisma.InputJsonValue>(
  tx: Transaction,
  { caller, route, repeat }: Scope,
  work: () => Promise<T>,
): Promise<T> {
  const { teamId } = caller;
  const principalId = caller.kind === "member" ? caller.userId : caller.keyId;
  const id = { teamId, principalId, route, key: repeat.key };
  const isClaimed = await claimKey(tx, Object.values(id).join("\n"));
  const known = await tx.idempotencyKey.findUnique({ where: { teamId_principalId_route_key: id } });
  if (known !== null && known.bodySha256 !== repeat.bodySha256) {
    throw new AppError("unprocessable", "This Idempotency-Key was used for another request.");
  }
  // What was stored is what `work` once returned; JSON keeps its shape. Whoever holds the claim cannot change it.
  if (known !== null) return known.responseBody as T;
  if (!isClaimed) throw stillRunning();
  const answer = await work();
  await tx.idempotencyKey.create({
    data: { ...id, bodySha256: repeat.bodySha256, responseStatus: 200, responseBody: answer },
  });
  return answer;
}

/**
 * A lock that ends with the transaction, however it ends: no key stays claimed by a process that died.
 * @returns whether nobody else has it
 */
async function claimKey(tx: Transaction, name: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ claimed: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) AS "claimed"`;
  return row?.claimed === true;
}

function stillRunning(): AppError {
  return new AppError("conflict", "The first request with this Idempotency-Key is still running.", {
    retryable: true,
    details: { reason: "in_flight", retryAfterSeconds: 1 },
  });
}
