import { expect } from "vitest";
import { checkRun, type Run } from "./checker/check-run.ts";
import type { Verdict } from "./checker/verdict.ts";

/** The checker's verdict, red with everything that it found. */
export async function expectPassed(run: Run): Promise<Verdict> {
  const verdict = await checkRun(run);
  const found = verdict.findings.filter(({ violations }) => violations.length > 0);
  expect(found, `seed ${verdict.seed}`).toEqual([]);
  return verdict;
}
