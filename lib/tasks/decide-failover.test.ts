import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Candidate, decideFailover, type FailoverFacts } from "./decide-failover.ts";

const READY: Candidate = {
  id: "b",
  isEnabled: true,
  isPaused: false,
  isResting: false,
  isPractice: false,
  canCarry: true,
  units: 2,
};
const FACTS: FailoverFacts = {
  status: "queued",
  submitCalls: 0,
  hasMoved: false,
  isBound: false,
  isPractice: false,
  units: 1.8,
  mayFailOver: true,
  extraUnits: 0.2,
  candidates: [READY],
};

describe("a task moves", () => {
  test("to the first connection that can take it, within the limit exactly", () => {
    expect(decideFailover(FACTS)).toEqual({ kind: "move", toId: "b", units: 2, extraUnits: 0.2 });
  });

  test("past those that cannot, and to a cheaper one whatever the limit is", () => {
    const candidates = [
      { ...READY, isPaused: true },
      { ...READY, id: "c", units: 3 },
      { ...READY, id: "d", units: 1 },
    ];
    expect(decideFailover({ ...FACTS, extraUnits: 0, candidates })).toEqual({
      kind: "move",
      toId: "d",
      units: 1,
      extraUnits: -0.8,
    });
  });
});

describe("a task stays", () => {
  test.each<[string, Partial<FailoverFacts>]>([
    ["when the team does not want it moved", { mayFailOver: false }],
    ["when it may have been accepted", { submitCalls: 1 }],
    ["when it is being submitted", { status: "submitting" }],
    ["when it was accepted", { status: "submitted" }],
    ["when nobody knows", { status: "unknown" }],
    ["when it has ended", { status: "failed" }],
    ["when it has moved before", { hasMoved: true }],
    ["when only its own account knows what it names", { isBound: true }],
    ["when it is for practice", { isPractice: true }],
    ["when its price is not known", { units: null }],
    ["when the team has no other connection", { candidates: [] }],
    ["when the other is dearer than the limit, by the least fraction", { extraUnits: 0.1999 }],
  ])("%s", (_, facts) => {
    expect(decideFailover({ ...FACTS, ...facts })).toEqual({ kind: "stay" });
  });

  test.each<[string, Partial<Candidate>]>([
    ["switched off", { isEnabled: false }],
    ["paused", { isPaused: true }],
    ["failing itself", { isResting: true }],
    ["the sandbox", { isPractice: true }],
    ["unable to carry the request", { canCarry: false }],
    ["without a published price", { units: null }],
  ])("when the other is %s", (_, facts) => {
    expect(decideFailover({ ...FACTS, candidates: [{ ...READY, ...facts }] })).toEqual({ kind: "stay" });
  });
});

test("whatever the facts are, nothing moves that may be accepted, and never beyond the limit", () => {
  const units = fc.option(fc.integer({ min: 0, max: 100_000 }).map((fractions) => fractions / 10_000));
  const candidate: fc.Arbitrary<Candidate> = fc.record({
    id: fc.constantFrom("b", "c", "d"),
    isEnabled: fc.boolean(),
    isPaused: fc.boolean(),
    isResting: fc.boolean(),
    isPractice: fc.boolean(),
    canCarry: fc.boolean(),
    units,
  });
  const facts: fc.Arbitrary<FailoverFacts> = fc.record({
    status: fc.constantFrom("queued", "submitting", "submitted", "unknown", "failed"),
    submitCalls: fc.nat({ max: 2 }),
    hasMoved: fc.boolean(),
    isBound: fc.boolean(),
    isPractice: fc.boolean(),
    units,
    mayFailOver: fc.boolean(),
    extraUnits: fc.integer({ min: 0, max: 20_000 }).map((fractions) => fractions / 10_000),
    candidates: fc.array(candidate, { maxLength: 5 }),
  });
  fc.assert(
    fc.property(facts, (it) => {
      const decision = decideFailover(it);
      if (decision.kind === "stay") return;
      expect(it).toMatchObject({
        status: "queued",
        submitCalls: 0,
        hasMoved: false,
        isBound: false,
        mayFailOver: true,
      });
      const to = it.candidates.find(({ id, units }) => id === decision.toId && units === decision.units);
      expect(to).toBeDefined();
      expect(Math.round((decision.units - Number(it.units)) * 10_000)).toBeLessThanOrEqual(
        Math.round(it.extraUnits * 10_000),
      );
    }),
    { numRuns: 2_000 },
  );
});
