import { execFileSync } from "node:child_process";
import path from "node:path";
import { env } from "#lib/env.ts";
import { auditVerifies } from "./audit-invariants.ts";
import { gatherEvidence, type Scene } from "./evidence.ts";
import { everyFileHasARow, storedFilesAreWhole } from "./file-invariants.ts";
import { budgetsHold, ledgerIsInvoice } from "./money-invariants.ts";
import { everyEndIsTold, historyIsMonotone, nothingLeftOver, queueIsQuiet } from "./row-invariants.ts";
import { onePerIntent, oneRowPerTask } from "./upstream-invariants.ts";
import type { Verdict } from "./verdict.ts";

export type Run = Scene & {
  readonly seed: number;
  /** Deaths and sleeps of our own processes. */
  readonly kills?: number;
  /** Faults of the network; the simulator counts its own. */
  readonly networkFaults?: number;
};

/**
 * Joins the simulator's truth with our rows, ledger, files and queue after everything has come to rest. I10 (no secret in any log) has
 * a test of its own.
 */
export async function checkRun({ seed, kills = 0, networkFaults = 0, ...scene }: Run): Promise<Verdict> {
  const evidence = await gatherEvidence(scene);
  const mediaDir = path.join(env.DATA_DIR, "media");
  const findings = [
    onePerIntent(evidence),
    oneRowPerTask(evidence),
    nothingLeftOver(evidence),
    await storedFilesAreWhole(evidence, mediaDir),
    ledgerIsInvoice(evidence),
    await budgetsHold(evidence),
    everyEndIsTold(evidence),
    await historyIsMonotone(evidence),
    await everyFileHasARow({ kills }),
    await auditVerifies(evidence),
    await queueIsQuiet(),
  ];
  return {
    passed: findings.every(({ violations }) => violations.length === 0),
    seed,
    commit: commitOf(),
    tasks: evidence.tasks.length,
    faults: scene.sim.log.faults() + networkFaults + kills,
    findings,
  };
}

function commitOf(): string | null {
  try {
    return execFileSync("git", ["rev-parse", "HEAD"], { cwd: import.meta.dirname, encoding: "utf8" }).trim();
  } catch {
    return null; // a tree without its repository
  }
}
