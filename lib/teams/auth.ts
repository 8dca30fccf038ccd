import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { isAPIError } from "better-auth/api";
import { organization } from "better-auth/plugins/organization";
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from "#lib/contract/account-limits.ts";
import { systemDb } from "#lib/db/client.ts";
import { consumeRateLimit } from "#lib/db/consume-rate-limit.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { type IdKind, newId } from "#lib/shared/ids.ts";
import { guardSignIn } from "./guard-sign-in.ts";
import { mailPasswordReset } from "./mail-password-reset.ts";
import { recordPasswordReset } from "./record-sign-in.ts";
import { lastUsedTeamId } from "./session-team.ts";

/** Sessions end after this long without a visit; a visit prolongs them at most once a day. */
const SESSION_SECONDS = 30 * 24 * 60 * 60;
const PROLONG_AFTER_SECONDS = 24 * 60 * 60;

/** How long a mailed link for a new password works. */
const RESET_SECONDS = 30 * 60;

const ID_KINDS: Readonly<Record<string, IdKind>> = {
  user: "user",
  session: "session",
  account: "account",
  verification: "verification",
  rateLimit: "rateLimit",
  organization: "team",
  member: "member",
  invitation: "invitation",
};

/**
 * better-auth, made when it is first asked for: `next build` evaluates every route, and there is no database then.
 * It keeps passwords, sessions and the tables of teams. What a person may do in a team is decided by `can()`, and
 * teams change only through the use cases of this folder, which hold the team's lock while they check and write;
 * the organization plugin's own endpoints do not, and are closed (`lib/http/define-auth-routes.ts`).
 */
export function auth(): Auth {
  held ??= createAuth();
  return held;
}

type Auth = ReturnType<typeof createAuth>;

let held: Auth | undefined;

function createAuth() {
  return betterAuth({
    appName: "Framewright",
    baseURL: env.PUBLIC_URL,
    basePath: "/api/auth",
    secret: env.BETTER_AUTH_SECRET,
    trustedOrigins: [env.PUBLIC_URL],
    database: prismaAdapter(systemDb, { provider: "postgresql" }),
    telemetry: { enabled: false },
    logger: { level: "warn", log: (level, message) => log[level]({ component: "better-auth" }, message) },
    // Without this it writes refusals, which are no errors, past our log to the console.
    onAPIError: { onError: logBug },
    emailAndPassword: {
      enabled: true,
      // Accounts arise by /setup and by accepting an invitation, never by asking.
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN_LENGTH,
      maxPasswordLength: PASSWORD_MAX_LENGTH,
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: ({ user }) => recordPasswordReset(user.id),
      resetPasswordTokenExpiresIn: RESET_SECONDS,
      ...(env.SMTP_URL === undefined ? {} : { sendResetPassword: mailPasswordReset }),
    },
    user: {
      additionalFields: {
        locale: { type: "string", required: false, input: false },
        theme: { type: "string", required: false, input: false },
      },
    },
    session: {
      expiresIn: SESSION_SECONDS,
      updateAge: PROLONG_AFTER_SECONDS,
      // A session that was ended or a role that was taken away must not live on in a cookie.
      cookieCache: { enabled: false },
    },
    verification: { storeIdentifier: "hashed" },
    rateLimit: { enabled: true, customStorage: { consume }, customRules: signInRules() },
    plugins: [organization({ allowUserToCreateOrganization: false })],
    hooks: guardSignIn,
    databaseHooks: {
      session: {
        create: {
          before: async (session) => ({
            data: { ...session, activeOrganizationId: await lastUsedTeamId(session.userId) },
          }),
        },
      },
    },
    advanced: {
      ...cookieSettings(),
      ipAddress: { ipAddressHeaders: env.TRUSTED_PROXY_HEADER ? [env.TRUSTED_PROXY_HEADER] : [] },
      database: { generateId: ({ model }) => newId(ID_KINDS[model] ?? "account"), joins: true },
    },
  });
}

/** What better-auth refuses is answered and expected; anything else is a bug, and becomes a bare 500. */
function logBug(error: unknown): void {
  if (!isAPIError(error)) log.error({ err: error, component: "better-auth" }, "account request failed");
}

/** better-auth's limiter on our table: one exact UPSERT, shared by all web processes. */
async function consume(key: string, rule: { window: number; max: number }) {
  const verdict = await consumeRateLimit(
    `auth|${key}`,
    { windowSeconds: rule.window, max: rule.max },
    new Date(),
  );
  return { allowed: verdict.allowed, retryAfter: verdict.allowed ? null : verdict.retryAfterSeconds };
}

/**
 * Per client address where a reverse proxy names it. Without one nobody's address can be trusted, all callers share
 * one count, and it must leave room for a team that arrives at the same time; each account has a count of its own
 * besides (`guard-sign-in.ts`).
 */
function signInRules() {
  const max = env.TRUSTED_PROXY_HEADER === undefined ? 60 : 5;
  return {
    "/sign-in/email": { window: 10, max },
    "/request-password-reset": { window: 60, max },
    "/reset-password": { window: 60, max },
  };
}

/** `__Host-` ties the cookie to this very host, path / and TLS; browsers refuse the name over plain http. */
function cookieSettings() {
  if (!env.PUBLIC_URL.startsWith("https://")) return { cookiePrefix: "framewright", useSecureCookies: false };
  return {
    cookiePrefix: "__Host-framewright",
    // The prefix that better-auth would add by itself is the weaker `__Secure-`.
    useSecureCookies: false,
    defaultCookieAttributes: { secure: true },
  };
}
