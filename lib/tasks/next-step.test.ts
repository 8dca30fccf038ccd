import { describe, expect, test } from "vitest";
import type { ProviderTask } from "#lib/providers/provider.ts";
import {
  ARCHIVE_TRIES,
  decideAfterArchiveTrouble,
  decideAfterQuery,
  decideAfterSubmit,
  decideBeforeSubmit,
  LOST_PATIENCE_MS,
  SUBMIT_PATIENCE_MS,
  TRACK_PATIENCE_MS,
} from "./next-step.ts";

const EARLY = { ageMs: 1_000, failures: 1, random: 0.5 };
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
    expect(decideBeforeSubmit({ doubtfulCalls: 0, submissionClass, found: undefined })).toBe("submit");
  });

  test.each([
    ["A", undefined, "look_up"],
    ["A", true, "adopt"],
    ["A", false, "submit"],
    ["A?", undefined, "look_up"],
    ["A?", true, "adopt"],
    ["A?", false, "wait"],
    ["B", undefined, "abandon"],
    ["C", undefined, "abandon"],
  ] as const)("after a doubt, class %s with found=%s means %s", (submissionClass, found, expected) => {
    expect(decideBeforeSubmit({ doubtfulCalls: 1, submissionClass, found })).toBe(expected);
  });
});

describe("after a submission", () => {
  test("a final refusal ends the task, a passing one gives its place away and waits at least a second", () => {
    const refused = { kind: "refused", code: 1301, message: "no", retryable: false } as const;
    expect(decideAfterSubmit(refused, { ...EARLY, submissionClass: "A" })).toMatchObject({
      kind: "refuse",
      code: 1301,
    });
    const busy = { kind: "refused", code: 1303, message: "busy", retryable: true } as const;
    const decision = decideAfterSubmit(busy, { ...EARLY, random: 0, submissionClass: "A" });
    expect(decision).toEqual({ kind: "postpone", delayMs: 1_000 });
    const late = { ...EARLY, ageMs: SUBMIT_PATIENCE_MS, submissionClass: "A" } as const;
    expect(decideAfterSubmit(busy, late)).toMatchObject({ kind: "refuse", code: 1303 });
  });

  test("a doubt is looked up where there is an id and handed to a person where there is none", () => {
    const doubt = { kind: "doubtful", message: "reset" } as const;
    expect(decideAfterSubmit(doubt, { ...EARLY, submissionClass: "A" })).toMatchObject({
      kind: "look_again",
    });
    expect(decideAfterSubmit(doubt, { ...EARLY, submissionClass: "B" })).toEqual({ kind: "abandon" });
    const late = { ...EARLY, ageMs: SUBMIT_PATIENCE_MS, submissionClass: "A" } as const;
    expect(decideAfterSubmit(doubt, late)).toEqual({ kind: "abandon" });
  });

  test("an answer is an answer, however late", () => {
    const accepted = { kind: "accepted", task: OPENED } as const;
    const late = { ...EARLY, ageMs: SUBMIT_PATIENCE_MS * 2, submissionClass: "C" } as const;
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

  test("bad bytes are fetched anew a few times, a deleted file is not", () => {
    expect(decideAfterArchiveTrouble("bad", clock)).toMatchObject({ kind: "wait" });
    expect(decideAfterArchiveTrouble("bad", { ...clock, failures: ARCHIVE_TRIES })).toEqual({
      kind: "spoil",
    });
    expect(decideAfterArchiveTrouble("gone", clock)).toEqual({ kind: "spoil" });
  });
});
