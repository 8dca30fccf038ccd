import { createHash } from "node:crypto";
import { decodeJwt, errors, jwtVerify } from "jose";
import type { Principal } from "#lib/contract/permissions.ts";
import { countBySql, querySql } from "#lib/db/pipeline.ts";
import { findBusinessCode } from "#lib/kling/codes.ts";
import { open } from "#lib/secrets/seal.ts";
import { gather } from "#lib/shared/gather.ts";
import { secretKeyContext } from "./create-api-key.ts";
import { roleOf } from "./membership.ts";

/** The four ways in which the vendor refuses a key (api-reference §1.5). */
export type AuthFailureCode = 1001 | 1002 | 1003 | 1004;

export type BearerVerdict =
  | { readonly ok: true; readonly principal: Principal & { readonly kind: "api_key" } }
  | { readonly ok: false; readonly code: AuthFailureCode; readonly message: string };

/** A key that is used often is not written to the database each time. */
const LAST_USED_EVERY_MS = 60_000;

/**
 * Who an `Authorization` header is: a key of ours as it is, or an HS256 token signed with a key's secret (`iss` is
 * its access key). Refuses in the vendor's order and words. The rights are those that the key's maker has now:
 * the keys of someone who left are worthless, and those of someone who may only look can only look.
 */
export async function verifyBearer(authorization: string | null, now: Date): Promise<BearerVerdict> {
  const token = authorization?.replace(/^Bearer(\s+|$)/i, "").trim() ?? "";
  if (token === "") return refused(1001);
  const key = token.includes(".") ? null : await findKey({ keyHash: sha256(token) });
  if (key) return (await admit(key, now)) ?? refused(1002);
  return verifyToken(token, now);
}

async function verifyToken(token: string, now: Date): Promise<BearerVerdict> {
  const dots = token.split(".").length - 1;
  if (dots !== 2) return refused(1002, wrongPartCount(dots));
  const accessKey = issuerOf(token);
  const key = accessKey === null ? null : await findKey({ accessKey });
  if (key === null) return refused(1002);
  const failure = await failureOf(token, { secretKey: secretOf(key), now });
  return failure === null ? ((await admit(key, now)) ?? refused(1002)) : refused(failure);
}

type Key = {
  readonly id: string;
  readonly teamId: string;
  readonly createdById: string;
  readonly scope: string;
  readonly keyHash: string;
  readonly accessKey: string;
  readonly secretKeySealed: string;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
  /** What its maker may do in the team now; null when they are gone. */
  readonly makerRole: string | null;
};

type Sought = { readonly keyHash?: string; readonly accessKey?: string };

const findKey = gather<Sought, Key | null>({
  laneOf: () => "all",
  maxItems: 1_000,
  async work(sought) {
    const [hashes, accessKeys] = [
      sought.flatMap((it) => it.keyHash ?? []),
      sought.flatMap((it) => it.accessKey ?? []),
    ];
    const found = await findKeys(hashes, accessKeys);
    return sought.map(({ keyHash, accessKey }) => {
      const value = found.find((key) => key.keyHash === keyHash || key.accessKey === accessKey) ?? null;
      return { status: "fulfilled", value };
    });
  },
});

function findKeys(hashes: readonly string[], accessKeys: readonly string[]): Promise<Key[]> {
  return querySql<Key>`
    SELECT key."id", key."teamId", key."createdById", key."scope", key."keyHash", key."accessKey", key."secretKeySealed",
      key."expiresAt", key."revokedAt", key."lastUsedAt", maker."role" AS "makerRole"
    FROM "ApiKey" AS key
    LEFT JOIN "Member" AS maker ON maker."organizationId" = key."teamId" AND maker."userId" = key."createdById"
    WHERE key."keyHash" = ANY(${hashes}) OR key."accessKey" = ANY(${accessKeys})`;
}

/** The principal that a proven key stands for; null when it was revoked or its maker is gone. */
async function admit(key: Key, now: Date): Promise<BearerVerdict | null> {
  if (key.revokedAt) return null;
  if (key.expiresAt && key.expiresAt <= now) return refused(1004);
  if (key.makerRole === null) return null;
  await touch(key, now);
  const scope = key.scope === "create" && roleOf(key.makerRole) !== "viewer" ? "create" : "read";
  return {
    ok: true,
    principal: { kind: "api_key", teamId: key.teamId, keyId: key.id, userId: key.createdById, scope },
  };
}

async function touch(key: Key, now: Date): Promise<void> {
  if (key.lastUsedAt && now.getTime() - key.lastUsedAt.getTime() < LAST_USED_EVERY_MS) return;
  await countBySql`UPDATE "ApiKey" SET "lastUsedAt" = ${now} WHERE "id" = ${key.id}`;
}

/** Signature first, then `nbf`, then `exp`; `exp` must be there. */
async function failureOf(
  token: string,
  { secretKey, now }: { secretKey: Uint8Array; now: Date },
): Promise<AuthFailureCode | null> {
  try {
    await jwtVerify(token, secretKey, { algorithms: ["HS256"], requiredClaims: ["exp"], currentDate: now });
    return null;
  } catch (error) {
    if (error instanceof errors.JWTExpired) return 1004;
    if (error instanceof errors.JWTClaimValidationFailed && error.claim === "nbf") {
      return error.reason === "check_failed" ? 1003 : 1002;
    }
    if (error instanceof errors.JOSEError) return 1002;
    throw error;
  }
}

function issuerOf(token: string): string | null {
  try {
    const { iss } = decodeJwt(token);
    return typeof iss === "string" && iss !== "" && !iss.includes("\0") ? iss : null;
  } catch {
    return null; // not a token at all; the caller answers like for an unknown issuer
  }
}

function secretOf(key: Key): Uint8Array {
  return new TextEncoder().encode(open(key.secretKeySealed, secretKeyContext(key)));
}

/** The words of the library behind the vendor's service, as clients have seen them. */
function wrongPartCount(dots: number): string {
  const got = dots === 0 ? "0" : dots === 1 ? "2" : "> 3";
  return `The token was expected to have 3 parts, but got ${got}`;
}

function refused(code: AuthFailureCode, message = findBusinessCode(code)?.message ?? ""): BearerVerdict {
  return { ok: false, code, message };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
