/** What a stage of the test run came to. A tool that only says yes or no counts as one. */
export type StageResult = { passed: number; failed: number };

export type Stage = { name: string; run: () => Promise<StageResult> };

export type StageReport = StageResult & { name: string; seconds: number };

/** Runs every stage, also after failures; a stage that throws counts as one failure. */
export async function runStages(
  stages: readonly Stage[],
  announce: (text: string) => void,
): Promise<StageReport[]> {
  const reports: StageReport[] = [];
  for (const { name, run } of stages) {
    announce(`\n── ${name} ──`);
    const startedAt = performance.now();
    const result = await run().catch((error: unknown) => {
      announce(error instanceof Error ? error.message : String(error));
      return { passed: 0, failed: 1 };
    });
    reports.push({ name, ...result, seconds: (performance.now() - startedAt) / 1000 });
  }
  return reports;
}

/** A table of the stages, and as its last line the one that machines read: `N passed, N failed`. */
export function summary(reports: readonly StageReport[]): string {
  const rows = reports.map(
    ({ name, passed, failed, seconds }) =>
      `${name.padEnd(14)}${count(passed, "passed")}${count(failed, "failed")}${seconds.toFixed(1).padStart(9)} s`,
  );
  const passed = reports.reduce((sum, report) => sum + report.passed, 0);
  const failed = reports.reduce((sum, report) => sum + report.failed, 0);
  return [...rows, `${passed} passed, ${failed} failed`].join("\n");
}

function count(value: number, word: string): string {
  return `${String(value).padStart(7)} ${word}`;
}
