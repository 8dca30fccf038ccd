import { z } from "zod";
import { EMAIL_MAX_LENGTH, PASSWORD_MAX_LENGTH } from "./account-limits.ts";

/** One line for a name: trimmed, not empty, without control characters. */
export function lineSchema(maxLength: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(maxLength)
    .refine((text) => !/\p{Cc}/u.test(text), { message: "must not contain control characters" });
}

/** An address to sign in with, in lower case: people do not tell `Ann@` from `ann@`. */
export const emailSchema = z.string().trim().max(EMAIL_MAX_LENGTH).toLowerCase().pipe(z.email());

/** As typed, also when it is short: whether a new one is good enough is a rule of its own (`lib/teams/password-rules.ts`). */
export const passwordSchema = z.string().min(1).max(PASSWORD_MAX_LENGTH);
