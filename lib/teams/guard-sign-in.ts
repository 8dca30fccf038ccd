import { createHash } from "node:crypto";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { consumeRateLimit, type RateRule, resetRateLimit } from "#lib/db/consume-rate-limit.ts";
import { AppError } from "#lib/shared/errors.ts";
import { refuseWeakPassword } from "./password-rules.ts";
import { recordRefusedSignIn, recordSignIn } from "./record-sign-in.ts";

/** Wrong passwords for one account, whichever addresses they come from. */
export const ACCOUNT_RULE: RateRule = { windowSeconds: 15 * 60, max: 10 };

/**
 * Around better-auth's endpoints: counts failed tries per account, because a guesser has many addresses, and
 * holds mailed resets to the same password rules as every other new password.
 */
export const guardSignIn = {
  before: createAuthMiddleware(async (context) => {
    if (context.path === "/sign-in/email") await countTry(String(context.body?.email));
    if (context.path === "/reset-password") refuseWeak(String(context.body?.newPassword));
  }),
  after: createAuthMiddleware(async (context) => {
    if (context.path !== "/sign-in/email") return;
    const { newSession } = context.context;
    // Not awaited: how long an answer takes must not tell whether there is such an account.
    if (!newSession) return void recordRefusedSignIn(String(context.body?.email));
    await resetRateLimit(keyOf(newSession.user.email));
    await recordSignIn(newSession.user.id);
  }),
};

async function countTry(email: string): Promise<void> {
  const verdict = await consumeRateLimit(keyOf(email), ACCOUNT_RULE, new Date());
  if (verdict.allowed) return;
  throw new APIError(
    "TOO_MANY_REQUESTS",
    { message: "Too many tries for this account." },
    { "X-Retry-After": String(verdict.retryAfterSeconds) },
  );
}

function refuseWeak(password: string): void {
  try {
    refuseWeakPassword({ password, personal: [] });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new APIError("BAD_REQUEST", { message: error.message, ...error.details });
  }
}

/** Hashed: the table of counts is no list of who has an account. */
function keyOf(email: string): string {
  return `account|${createHash("sha256").update(email.trim().toLowerCase()).digest("hex")}`;
}
