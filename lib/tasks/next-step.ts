import { stopsConnection } from "#lib/kling/stops-connection.ts";
import type { SubmissionClass } from "#lib/kling/submission-class.ts";
import type { ProviderTask, SubmitOutcome } from "#lib/providers/provider.ts";
import { backOffMs } from "./back-off.ts";

/** What a step decided; the shell in lib/worker carries it out. Pure: the same facts give the same decision. */

const HOUR_MS = 60 * 60 * 1000;

/** A busy or broken provider may come back; a day later nobody waits for this clip any more. */
export const SUBMIT_PATIENCE_MS = 24 * HOUR_MS;
/** An accepted task may be paid: ask for a day before a person must look. */
export const TRACK_PATIENCE_MS = 24 * HOUR_MS;
/** "No such task" about an accepted task may be a replica that lags; not for an hour. */
export const LOST_PATIENCE_MS = HOUR_MS;
/** Bad bytes may be a broken transfer; the fifth time they are a bad file. */
export const ARCHIVE_TRIES = 5;
/** A store that has just been written to may not show it everywhere yet; what is away four times is gone. */
export const GONE_TRIES = 4;

const MAX_BACK_OFF_MS = 60_000;
const MAX_ARCHIVE_BACK_OFF_MS = 10 * 60_000;

export type StepClock = {
  /** Since this step's work began: since it was queued for submitting, since it was accepted for tracking. */
  readonly ageMs: number;
  /** Failures in a row, the present one included. */
  readonly failures: number;
  /** 0 (included) to 1 (excluded). */
  readonly random: number;
};

/** What to do first, knowing whether an earlier call may have opened the task. `found` is present after a look-up. */
export type BeforeSubmit = "submit" | "look_up" | "adopt" | "wait" | "abandon";

type SubmitFacts = {
  /** Calls that were started for this paid try and whose outcome is not known. */
  readonly doubtfulCalls: number;
  readonly submissionClass: SubmissionClass;
  /** Undefined before the provider was asked. */
  readonly found: boolean | undefined;
  /** Whether the last call is certainly over upstream, although nobody waited for its answer. */
  readonly isQuiet: boolean;
};

/**
 * After a doubt the provider is asked for our task before anything else. "Not found" proves nothing: only where duplicates are
 * refused (A) is the same id sent again, and not before the earlier call is certainly over, because nobody has seen two at
 * once refused. Where refusal was never observed (A?) we keep asking; without our id (B) a person decides after a few looks, and
 * what is answered at once (C) cannot be asked for at all.
 */
export function decideBeforeSubmit(facts: SubmitFacts): BeforeSubmit {
  const { doubtfulCalls, submissionClass, found, isQuiet } = facts;
  if (doubtfulCalls === 0) return "submit";
  if (submissionClass === "C") return "abandon";
  if (found === undefined) return "look_up";
  if (found) return "adopt";
  return submissionClass === "A" && isQuiet ? "submit" : "wait";
}

export type AfterSubmit =
  | { readonly kind: "accept"; readonly task: ProviderTask }
  | { readonly kind: "refuse"; readonly code: number; readonly message: string }
  /** Certainly not opened: its places go to another task meanwhile. `isFull`: the account has none left. */
  | { readonly kind: "postpone"; readonly delayMs: number; readonly isFull: boolean }
  /** Certainly not opened, and nothing else will be on this connection before a person has looked after it. */
  | { readonly kind: "pause"; readonly code: number; readonly message: string }
  /** Perhaps opened: it keeps its places and is looked up. */
  | { readonly kind: "look_again"; readonly delayMs: number }
  | { readonly kind: "abandon" };

/** Rate and slots: codes that say "not now" however long that lasts (off-26; api-reference §1.6). */
const FULL: readonly number[] = [1302, 1303];

/** Looks that nothing came of, before a person decides: for a task without our id, and after contradicting answers. */
export const BLIND_LOOKS = 3;

type SubmitClock = StepClock & {
  readonly submissionClass: SubmissionClass;
  /** Calls of this paid try before this one whose outcome is not known. */
  readonly doubtfulCalls: number;
};

/**
 * A refusal speaks for its own call only: nobody knows whether an upstream judges a request before it looks for its id. So a final
 * one releases nothing while an earlier call may have opened the task.
 */
export function decideAfterSubmit(outcome: SubmitOutcome, facts: SubmitClock): AfterSubmit {
  const { submissionClass, doubtfulCalls, ...clock } = facts;
  const delayMs = backOffMs({ ...clock, maxMs: MAX_BACK_OFF_MS });
  const isPatient = clock.ageMs < SUBMIT_PATIENCE_MS;
  switch (outcome.kind) {
    case "accepted":
      return { kind: "accept", task: outcome.task };
    case "refused": {
      const { code, message } = outcome;
      if (stopsConnection(code)) return { kind: "pause", code, message };
      if (FULL.includes(code)) return { kind: "postpone", delayMs, isFull: true };
      if (outcome.retryable && isPatient) return { kind: "postpone", delayMs, isFull: false };
      if (doubtfulCalls === 0) return { kind: "refuse", code, message };
      return clock.failures <= BLIND_LOOKS ? { kind: "look_again", delayMs } : { kind: "abandon" };
    }
    case "doubtful":
      return mayLookAgain(submissionClass, clock) ? { kind: "look_again", delayMs } : { kind: "abandon" };
  }
}

function mayLookAgain(submissionClass: SubmissionClass, { ageMs, failures }: StepClock): boolean {
  switch (submissionClass) {
    case "A":
    case "A?":
      return ageMs < SUBMIT_PATIENCE_MS;
    case "B":
      return failures <= BLIND_LOOKS;
    case "C":
      return false;
  }
}

/** `unreachable`: the provider could not be asked. Null: it was asked and does not know the task. */
export type QueryAnswer = ProviderTask | null | "unreachable";

export type AfterQuery =
  | { readonly kind: "wait"; readonly delayMs: number }
  | { readonly kind: "follow"; readonly task: ProviderTask }
  | { readonly kind: "abandon" };

export function decideAfterQuery(answer: QueryAnswer, clock: StepClock): AfterQuery {
  if (answer !== null && answer !== "unreachable") return { kind: "follow", task: answer };
  const patienceMs = answer === null ? LOST_PATIENCE_MS : TRACK_PATIENCE_MS;
  if (clock.ageMs >= patienceMs) return { kind: "abandon" };
  return { kind: "wait", delayMs: backOffMs({ ...clock, maxMs: MAX_BACK_OFF_MS }) };
}

/** `unreachable`: try later. `bad`: bytes came, and they are not the clip. `gone`: the provider says that it has no such file. */
export type ArchiveTrouble = "unreachable" | "bad" | "gone";

export type AfterArchiveTrouble =
  | { readonly kind: "wait"; readonly delayMs: number }
  | { readonly kind: "spoil" };

/** A finished clip is paid for: it is fetched for as long as it exists. */
export function decideAfterArchiveTrouble(
  trouble: ArchiveTrouble,
  { diesInMs, ...clock }: StepClock & { readonly diesInMs: number | null },
): AfterArchiveTrouble {
  const isOver = diesInMs !== null && diesInMs <= 0;
  const isHopeless =
    (trouble === "bad" && clock.failures >= ARCHIVE_TRIES) ||
    (trouble === "gone" && clock.failures >= GONE_TRIES);
  if (isOver || isHopeless) return { kind: "spoil" };
  return { kind: "wait", delayMs: backOffMs({ ...clock, maxMs: MAX_ARCHIVE_BACK_OFF_MS }) };
}
