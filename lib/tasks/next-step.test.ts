import { describe, expect, test } from "vitest";
import { BUSINESS_CODES } from "#lib/kling/codes.ts";
import type { ProviderTask } from "#lib/providers/provider.ts";
import {
  ARCHIVE_TRIES,
  BLIND_LOOKS,
  decideAfterArchiveTrouble,
  decideAfterQuery,
  decideAfterSubmit,
  decideBeforeSubmit,
  GONE_TRIES,
  LOST_PATIENCE_MS,
  type StepClock,
  SUBMIT_PATIENCE_MS,
  TRACK_PATIENCE_MS,
} from "./next-step.ts";

const EARLY = { ageMs: 1_000, failures: 1, random: 0.5 };
/** The first call of its paid try. */
const FIRST = { ...EARLY, submissionClass: "A", doubtfulCalls: 0 } as const;
const OPENED: ProviderTask = {
  upstreamTaskId: "upstream-1",
  state: "submitted",
  progress: 0,
  failure: null,
  outputs: [],
  result: null,
  chargedUnits: null,
  raw: {},
};

describe("before a submission", () => {
  test.each(["A", "A?", "B", "C"] as const)("a first call of class %s is simply made", (submissionClass) => {
    expect(decideBeforeSubmit({ doubtfulCalls: 0, submissionClass, found: undefined, isQuiet: false })).toBe(
      "submit",
    );
  });

  test.each([
    ["A", undefined, true, "look_up"],
    ["A", true, true, "adopt"],
    ["A", true, false, "adopt"],
    ["A", false, true, "submit"],
    ["A", false, false, "wait"],
    ["A?", undefined, true, "look_up"],
    ["A?", true, true, "adopt"],
    ["A?", false, true, "wait"],
    ["B", undefined, true, "look_up"],
    ["B", true, true, "adopt"],
    ["B", false, true, "wait"],
    ["C", undefined, true, "abandon"],
  ] as const)(
    "after a doubt, class %s with found=%s, quiet=%s means %s",
    (submissionClass, found, isQuiet, expected) => {
      expect(decideBeforeSubmit({ doubtfulCalls: 1, submissionClass, found, isQuiet })).toBe(expected);
    },
  );
});

describe("after a submission", () => {
  test("a final refusal ends the task, a passing one gives its place away and waits at least a second", () => {
    const refused = { kind: "refused", code: 1301, message: "no", retryable: false } as const;
    expect(decideAfterSubmit(refused, FIRST)).toMatchObject({
      kind: "refuse",
      code: 1301,
    });
    const broken = { kind: "refused", code: 5000, message: "broken", retryable: true } as const;
    const decision = decideAfterSubmit(broken, { ...FIRST, random: 0 });
    expect(decision).toEqual({ kind: "postpone", delayMs: 1_000, isFull: false });
    const late = { ...FIRST, ageMs: SUBMIT_PATIENCE_MS };
    expect(decideAfterSubmit(broken, late)).toMatchObject({ kind: "refuse", code: 5000 });
  });

  test.each([1302, 1303])("%i means that there is no room now, and never that there will be none", (code) => {
    const busy = { kind: "refused", code, message: "busy", retryable: true } as const;
    for (const ageMs of [0, SUBMIT_PATIENCE_MS * 2])
      expect(decideAfterSubmit(busy, { ...FIRST, ageMs })).toMatchObject({
        kind: "postpone",
        isFull: true,
      });
  });

  test.each([...BUSINESS_CODES.values()].filter(({ code }) => code !== 0))(
    "a refusal with $code comes to what its class says, and is repeated only where the table says retryable",
    ({ code, retryable }) => {
      const refused = { kind: "refused", code, message: "no", retryable } as const;
      const { kind } = decideAfterSubmit(refused, FIRST);
      const isAboutConnection = [1000, 1001, 1002, 1003, 1004, 1100, 1101, 1102, 1304].includes(code);
      expect(kind).toBe(isAboutConnection ? "pause" : retryable ? "postpone" : "refuse");
    },
  );

  test("a doubt is looked up for as long as that can tell anything, then a person decides", () => {
    const doubt = { kind: "doubtful", message: "reset" } as const;
    const late = { ...EARLY, ageMs: SUBMIT_PATIENCE_MS };
    const kindOf = (submissionClass: "A" | "A?" | "B" | "C", clock: StepClock) =>
      decideAfterSubmit(doubt, { ...clock, submissionClass, doubtfulCalls: 1 }).kind;
    expect(kindOf("A", EARLY)).toBe("look_again");
    expect(kindOf("A?", EARLY)).toBe("look_again");
    expect(kindOf("A", late)).toBe("abandon");
    expect(kindOf("A?", late)).toBe("abandon");
    expect(kindOf("B", { ...EARLY, failures: BLIND_LOOKS })).toBe("look_again");
    expect(kindOf("B", { ...EARLY, failures: BLIND_LOOKS + 1 })).toBe("abandon");
    expect(kindOf("C", EARLY)).toBe("abandon");
  });

  test("a final refusal of a repeat says nothing of the call before it: it is looked up, then a person decides", () => {
    const refused = { kind: "refused", code: 1301, message: "no", retryable: false } as const;
    const repeat = { ...FIRST, doubtfulCalls: 1 };
    expect(decideAfterSubmit(refused, repeat)).toMatchObject({ kind: "look_again" });
    expect(decideAfterSubmit(refused, { ...repeat, failures: BLIND_LOOKS + 1 })).toEqual({ kind: "abandon" });
  });

  test("an answer is an answer, however late", () => {
    const accepted = { kind: "accepted", task: OPENED } as const;
    const late = { ...FIRST, ageMs: SUBMIT_PATIENCE_MS * 2, submissionClass: "C" } as const;
    expect(decideAfterSubmit(accepted, late)).toEqual({ kind: "accept", task: OPENED });
  });
});

describe("while tracking", () => {
  test("what the provider says is followed; silence and ignorance are borne for a while", () => {
    expect(decideAfterQuery(OPENED, EARLY)).toEqual({ kind: "follow", task: OPENED });
    expect(decideAfterQuery("unreachable", EARLY)).toMatchObject({ kind: "wait" });
    expect(decideAfterQuery(null, EARLY)).toMatchObject({ kind: "wait" });
    expect(decideAfterQuery(null, { ...EARLY, ageMs: LOST_PATIENCE_MS })).toEqual({ kind: "abandon" });
    expect(decideAfterQuery("unreachable", { ...EARLY, ageMs: LOST_PATIENCE_MS })).toMatchObject({
      kind: "wait",
    });
    expect(decideAfterQuery("unreachable", { ...EARLY, ageMs: TRACK_PATIENCE_MS })).toEqual({
      kind: "abandon",
    });
  });
});

describe("while archiving", () => {
  const clock = { ...EARLY, diesInMs: null };
  test("an unreachable file is asked for until the provider deletes it", () => {
    const often = { ...clock, failures: 500 };
    expect(decideAfterArchiveTrouble("unreachable", often)).toMatchObject({ kind: "wait" });
    expect(decideAfterArchiveTrouble("unreachable", { ...often, diesInMs: 0 })).toEqual({ kind: "spoil" });
  });

  test("bad bytes are fetched anew a few times, and so is a file that is not there", () => {
    expect(decideAfterArchiveTrouble("bad", clock)).toMatchObject({ kind: "wait" });
    expect(decideAfterArchiveTrouble("bad", { ...clock, failures: ARCHIVE_TRIES })).toEqual({
      kind: "spoil",
    });
    expect(decideAfterArchiveTrouble("gone", clock)).toMatchObject({ kind: "wait" });
    expect(decideAfterArchiveTrouble("gone", { ...clock, failures: GONE_TRIES })).toEqual({ kind: "spoil" });
  });
});
