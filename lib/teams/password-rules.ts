import { PASSWORD_MIN_LENGTH } from "#lib/contract/account-limits.ts";
import { AppError } from "#lib/shared/errors.ts";
import { COMMON_PASSWORDS } from "./common-passwords.ts";

export type PasswordWeakness = "too_short" | "too_simple" | "common" | "personal";

type Candidate = {
  readonly password: string;
  /** What others know about its owner: e-mail, name, team. */
  readonly personal: readonly string[];
};

const MESSAGES: Readonly<Record<PasswordWeakness, string>> = {
  too_short: `A password has at least ${PASSWORD_MIN_LENGTH} characters.`,
  too_simple: "This password repeats or counts; it would be guessed soon.",
  common: "This password is among the ones that everybody tries first.",
  personal: "This password is made of your name, your address or the product's name.",
};

/** Fewer different characters than this is a pattern, however long. */
const MIN_DIFFERENT_CHARACTERS = 5;

const PRODUCT_WORDS = ["framewright", "kling"];

/**
 * Why a new password would be guessed, or null. No rule about digits or symbols: length, and not being what
 * everybody tries. Offline by design.
 */
export function weaknessOf({ password, personal }: Candidate): PasswordWeakness | null {
  if ([...password].length < PASSWORD_MIN_LENGTH) return "too_short";
  const plain = simplify(password);
  if (new Set(plain).size < MIN_DIFFERENT_CHARACTERS || isRun(plain) || isRepeated(plain))
    return "too_simple";
  if (COMMON_PASSWORDS.has(plain)) return "common";
  if (isMadeOf(plain, [...PRODUCT_WORDS, ...personal.flatMap(wordsOf)])) return "personal";
  return null;
}

/** @throws AppError invalid_request with `details.weakness` */
export function refuseWeakPassword(candidate: Candidate): void {
  const weakness = weaknessOf(candidate);
  if (weakness !== null) {
    throw new AppError("invalid_request", MESSAGES[weakness], { details: { weakness } });
  }
}

/** Compatibility forms and case do not make a password harder to guess. */
function simplify(password: string): string {
  return password.normalize("NFKC").toLowerCase();
}

/** abcdefghijkl, 210987654321 */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const step = (codes[1] ?? 0) - (codes[0] ?? 0);
  if (Math.abs(step) !== 1) return false;
  return codes.every((code, index) => {
    const before = codes[index - 1];
    // 9 is followed by 0 in what people type.
    return before === undefined || (code - before + 10) % 10 === (step + 10) % 10;
  });
}

/** abcdeabcdeabcde */
function isRepeated(text: string): boolean {
  return text.length >= 2 && (text + text).indexOf(text, 1) < text.length;
}

function wordsOf(text: string): string[] {
  return simplify(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3);
}

/** Whether known words are in it, and little else: fewer than five letters or digits. */
function isMadeOf(text: string, words: readonly string[]): boolean {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ""), text);
  return rest !== text && rest.replace(/[^\p{L}\p{N}]/gu, "").length < 5;
}
