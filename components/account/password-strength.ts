import { PASSWORD_MIN_LENGTH } from "#lib/contract/account-limits.ts";

export type PasswordStrength = {
  /** 0 nothing yet · 1 too short · 2 too uniform · 3 good · 4 excellent */
  readonly level: 0 | 1 | 2 | 3 | 4;
  readonly missingCharacters: number;
};

const EXCELLENT_LENGTH = 16;
const MIN_DIFFERENT = 5;

/**
 * What can be said while someone types. The server decides with a list of common passwords besides
 * (`lib/teams/password-rules.ts`); this never calls good what is too short there.
 */
export function passwordStrength(password: string): PasswordStrength {
  const length = Array.from(password).length;
  const missingCharacters = Math.max(PASSWORD_MIN_LENGTH - length, 0);
  if (length === 0) return { level: 0, missingCharacters };
  if (missingCharacters > 0) return { level: 1, missingCharacters };
  if (new Set(password.toLowerCase()).size < MIN_DIFFERENT) return { level: 2, missingCharacters };
  return { level: length >= EXCELLENT_LENGTH ? 4 : 3, missingCharacters };
}
