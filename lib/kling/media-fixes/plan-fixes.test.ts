import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FileFacts } from "../kinds/kind.ts";
import { fileProblems } from "../kinds/rules/file-rules.ts";
import { MEDIA_LIMITS, type MediaLimit, type MediaLimits } from "../media-limits.ts";
import { type FixPlan, type FixVerdict, planFixes } from "./plan-fixes.ts";

const EVERYTHING = ["image/jpeg", "video/mp4", "audio/mp4", "audio/wav"];
const NO_AAC = ["image/jpeg", "video/mp4", "audio/wav"];

const EVERY_LIMIT = (Object.keys(MEDIA_LIMITS) as MediaLimit[]).map((name): [MediaLimit, MediaLimits] => [
  name,
  MEDIA_LIMITS[name],
]);

/** Any file of a kind, far outside of every limit as well as inside. */
function factsOf(type: MediaLimits["type"]): fc.Arbitrary<FileFacts> {
  const isSeen = type !== "audio";
  return fc.record({
    mime: fc.constantFrom(...MIMES[type]),
    bytes: fc.integer({ min: 1, max: 2_000_000_000 }),
    widthPx: isSeen ? fc.integer({ min: 2, max: 9000 }) : fc.constant(null),
    heightPx: isSeen ? fc.integer({ min: 2, max: 9000 }) : fc.constant(null),
    durationSeconds: type === "image" ? fc.constant(null) : fc.double({ min: 0.2, max: 1000, noNaN: true }),
    fps: type === "video" ? fc.double({ min: 1, max: 240, noNaN: true }) : fc.constant(null),
    hasSound: type === "image" ? fc.constant(null) : fc.boolean(),
  });
}

const MIMES = {
  image: ["image/jpeg", "image/png", "image/webp"],
  video: ["video/mp4", "video/quicktime", "video/webm", "video/x-matroska"],
  audio: ["audio/mpeg", "audio/wav", "audio/mp4", "audio/ogg", "audio/webm"],
} as const;

function planned(verdict: FixVerdict): FixPlan {
  if (verdict.fits || !("plan" in verdict)) throw new Error(`no plan: ${JSON.stringify(verdict)}`);
  return verdict.plan;
}

describe.each(EVERY_LIMIT)("a file for %s", (_name, limits) => {
  test.each([
    ["every browser", EVERYTHING],
    ["a browser that writes no AAC", NO_AAC],
  ])("that is refused becomes one that is taken, unless it is too short, in %s", (_where, writes) => {
    fc.assert(
      fc.property(factsOf(limits.type), (facts) => {
        const verdict = planFixes(facts, limits, { writes });
        expect(verdict.fits).toBe(fileProblems(facts, limits).length === 0);
        if (verdict.fits) return;
        if ("plan" in verdict) {
          expect(fileProblems(verdict.plan.result, limits)).toEqual([]);
          expect(verdict.plan.steps.length).toBeGreaterThan(0);
        } else {
          expect(verdict.obstacle).toBe("too_short");
          expect(facts.durationSeconds).toBeLessThan(limits.minSeconds ?? 0);
        }
      }),
    );
  });

  test("stays within the limits whatever part of it a person chooses", () => {
    const part = fc.record({
      size: fc.record({
        widthPx: fc.integer({ min: 32, max: 9000 }),
        heightPx: fc.integer({ min: 32, max: 9000 }),
      }),
      seconds: fc.double({ min: 0, max: 2000, noNaN: true }),
    });
    fc.assert(
      fc.property(factsOf(limits.type), part, (facts, chosen) => {
        const verdict = planFixes(facts, limits, { writes: NO_AAC, chosen });
        if (verdict.fits || "obstacle" in verdict) return;
        expect(fileProblems(verdict.plan.result, limits)).toEqual([]);
      }),
    );
  });

  test("of another kind is refused without an offer", () => {
    const wrong = limits.type === "image" ? "video/mp4" : "image/jpeg";
    const facts = { ...NOTHING, mime: wrong };
    expect(planFixes(facts, limits, { writes: EVERYTHING })).toMatchObject({ obstacle: "wrong_kind" });
  });
});

const NOTHING: FileFacts = {
  mime: "",
  bytes: 1000,
  widthPx: null,
  heightPx: null,
  durationSeconds: null,
  fps: null,
  hasSound: null,
};

const FILM: FileFacts = {
  mime: "video/mp4",
  bytes: 10_000_000,
  widthPx: 1280,
  heightPx: 720,
  durationSeconds: 12,
  fps: 30,
  hasSound: true,
};

test("what fits is left alone", () => {
  expect(planFixes({ ...FILM, durationSeconds: 8 }, MEDIA_LIMITS.editVideo, { writes: [] })).toEqual({
    fits: true,
  });
});

test("each step is named only when it changes something", () => {
  const stepsFor = (facts: Partial<FileFacts>) =>
    planned(planFixes({ ...FILM, ...facts }, MEDIA_LIMITS.editVideo, { writes: EVERYTHING })).steps;
  expect(stepsFor({})).toEqual(["trim"]);
  expect(stepsFor({ durationSeconds: 9, widthPx: 3840, heightPx: 2160 })).toEqual(["scale"]);
  expect(stepsFor({ durationSeconds: 9, widthPx: 7200, heightPx: 720 })).toEqual(["crop"]);
  expect(stepsFor({ durationSeconds: 9, fps: 15 })).toEqual(["rate"]);
  expect(stepsFor({ durationSeconds: 9, mime: "video/webm" })).toEqual(["write"]);
  expect(stepsFor({ durationSeconds: 9, bytes: 300_000_000 })).toEqual(["write"]);
});

test("a film of 4K becomes one of 2160 on its longer side, with even sides", () => {
  const facts = { ...FILM, durationSeconds: 5, widthPx: 3840, heightPx: 2160 };
  expect(planned(planFixes(facts, MEDIA_LIMITS.referenceVideo, { writes: EVERYTHING })).size).toEqual({
    widthPx: 2160,
    heightPx: 1214,
  });
});

test("the sound of a film is taken where a sound is asked for, and a silent film says that it has none", () => {
  const film = { ...FILM, durationSeconds: 30 };
  const options = { writes: EVERYTHING };
  expect(planned(planFixes(film, MEDIA_LIMITS.lipSyncSound, options)).steps).toContain("sound");
  const silent = planFixes({ ...film, hasSound: false }, MEDIA_LIMITS.lipSyncSound, options);
  expect(silent).toMatchObject({ obstacle: "no_sound" });
});

test("a long sound is shortened to what a WAV can hold where the browser writes no AAC", () => {
  const sound = { ...NOTHING, mime: "audio/ogg", durationSeconds: 290 };
  const withAac = planned(planFixes(sound, MEDIA_LIMITS.avatarSound, { writes: EVERYTHING }));
  expect([withAac.result.mime, withAac.result.durationSeconds]).toEqual(["audio/mp4", 290]);
  const without = planned(planFixes(sound, MEDIA_LIMITS.avatarSound, { writes: NO_AAC }));
  expect([without.result.mime, without.result.durationSeconds]).toEqual(["audio/wav", 155]);
  expect(without.sound?.sampleRate).toBe(16_000);
});

test("a browser that writes no film says so", () => {
  const verdict = planFixes(FILM, MEDIA_LIMITS.editVideo, { writes: ["audio/wav"] });
  expect(verdict).toMatchObject({ obstacle: "cannot_write" });
});
