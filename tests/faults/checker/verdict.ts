/** What became of one invariant of promises §1.6. */
export type Finding = {
  readonly id: `I${number}`;
  /** How many things were looked at. */
  readonly checked: number;
  readonly violations: readonly string[];
};

/** The outcome of a run, in a form that can be kept and played again. */
export type Verdict = {
  readonly passed: boolean;
  readonly seed: number;
  /** The commit that was tested; null where there is no repository. */
  readonly commit: string | null;
  readonly tasks: number;
  readonly faults: number;
  readonly findings: readonly Finding[];
};
