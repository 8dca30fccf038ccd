import { z } from "zod";
import { LOCALES } from "#lib/shared/localized.ts";
import { NAME_MAX_LENGTH, TEAM_NAME_MAX_LENGTH, THEMES } from "./account-limits.ts";
import { defineOperation } from "./operation.ts";
import { ROLES } from "./permissions.ts";
import { emailSchema, lineSchema, passwordSchema } from "./text.ts";

/** What `/setup` asks for. */
export const setUpSchema = z.strictObject({
  email: emailSchema,
  password: passwordSchema,
  name: lineSchema(NAME_MAX_LENGTH),
  teamName: lineSchema(TEAM_NAME_MAX_LENGTH),
});

export const signInSchema = z.strictObject({
  email: emailSchema,
  password: passwordSchema,
  /** False: the session ends with the browser, after a day at the latest. */
  rememberMe: z.boolean().default(true),
});

export const resetPasswordSchema = z.strictObject({
  token: z.string().min(16).max(64),
  newPassword: passwordSchema,
});

export const changePasswordSchema = z.strictObject({
  currentPassword: passwordSchema,
  newPassword: passwordSchema,
});

export const updateProfileSchema = z.strictObject({
  name: lineSchema(NAME_MAX_LENGTH).optional(),
  locale: z.enum(LOCALES).nullable().optional(),
  theme: z.enum(THEMES).nullable().optional(),
});

/** The person who is signed in, the team that they work in, and the teams they may switch to. */
export const meSchema = z.object({
  user: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    /** Null follows the browser. */
    locale: z.enum(LOCALES).nullable(),
    /** Null follows the system. */
    theme: z.enum(THEMES).nullable(),
  }),
  /** Null for someone who is in no team, or was just put out of the one they worked in. */
  team: z.object({ id: z.string(), name: z.string() }).nullable(),
  membership: z.object({ memberId: z.string(), role: z.enum(ROLES) }).nullable(),
  teams: z.array(z.object({ id: z.string(), name: z.string(), role: z.enum(ROLES) })),
});

export type SetUp = z.input<typeof setUpSchema>;
export type SignIn = z.input<typeof signInSchema>;
export type ResetPassword = z.input<typeof resetPasswordSchema>;
export type ChangePassword = z.input<typeof changePasswordSchema>;
export type UpdateProfile = z.input<typeof updateProfileSchema>;
export type Me = z.infer<typeof meSchema>;

export const getSetupOperation = defineOperation({
  id: "getSetup",
  method: "GET",
  path: "/api/setup",
  summary: "Whether the first team was already made, and whether this instance can send mail.",
  access: { kind: "public" },
  response: z.object({ done: z.boolean(), sendsMail: z.boolean() }),
});

export const setUpOperation = defineOperation({
  id: "setUp",
  method: "POST",
  path: "/api/setup",
  summary: "Make the first account and the first team; refused once there is one.",
  access: { kind: "public" },
  audit: "team.created",
  rateClass: "credentials",
  body: setUpSchema,
  response: z.object({ userId: z.string(), teamId: z.string() }),
  status: 201,
});

/** Answered by better-auth behind `/api/auth/[...all]`; its own limiter counts them. */
export const signInOperation = defineOperation({
  id: "signIn",
  method: "POST",
  path: "/api/auth/sign-in/email",
  summary: "Sign in with e-mail and password; the session is a cookie.",
  access: { kind: "public" },
  audit: "session.opened",
  body: signInSchema,
});

export const signOutOperation = defineOperation({
  id: "signOut",
  method: "POST",
  path: "/api/auth/sign-out",
  summary: "End this session.",
  access: { kind: "public" },
  audit: { none: "ends only the session of whoever asks" },
  body: z.strictObject({}),
});

export const requestPasswordResetOperation = defineOperation({
  id: "requestPasswordReset",
  method: "POST",
  path: "/api/auth/request-password-reset",
  summary: "Mail a link for a new password. Answers the same whether or not there is such an account.",
  access: { kind: "public" },
  audit: { none: "changes nothing yet; the new password is recorded" },
  body: z.strictObject({ email: emailSchema }),
});

export const resetPasswordOperation = defineOperation({
  id: "resetPassword",
  method: "POST",
  path: "/api/auth/reset-password",
  summary: "Set a new password with the token of a mailed link; ends every session.",
  access: { kind: "public" },
  audit: "password.reset",
  body: resetPasswordSchema,
});

export const getMeOperation = defineOperation({
  id: "getMe",
  method: "GET",
  path: "/api/me",
  summary: "Who is signed in, in which team and with which role.",
  access: { kind: "user" },
  response: meSchema,
});

export const updateMeOperation = defineOperation({
  id: "updateMe",
  method: "PATCH",
  path: "/api/me",
  summary: "Change one's name, language or theme.",
  access: { kind: "user" },
  audit: { none: "one's own name, language and theme are no rights" },
  body: updateProfileSchema,
  response: meSchema,
});

export const changePasswordOperation = defineOperation({
  id: "changePassword",
  method: "POST",
  path: "/api/me/password",
  summary: "Change one's password; ends every other session.",
  access: { kind: "user" },
  audit: "password.changed",
  rateClass: "credentials",
  body: changePasswordSchema,
});
