/** Another connection of the team, as far as moving a task there is concerned; units are exact to four decimals. */
export type Candidate = {
  readonly id: string;
  readonly isEnabled: boolean;
  readonly isPaused: boolean;
  /** Its breaker keeps calls away. */
  readonly isResting: boolean;
  /** The sandbox: its clips are no substitute for real ones, nor the other way round. */
  readonly isPractice: boolean;
  /** Its policy and its dialect have a way for this request. */
  readonly canCarry: boolean;
  /** Null when nobody publishes a price. */
  readonly units: number | null;
};

export type FailoverFacts = {
  readonly status: string;
  /** Calls of this paid try whose outcome may have been an acceptance. */
  readonly submitCalls: number;
  /** A task moves once: two upstreams that fail must not throw it to and fro. */
  readonly hasMoved: boolean;
  /** Names what only its own account knows. */
  readonly isBound: boolean;
  readonly isPractice: boolean;
  readonly units: number | null;
  readonly mayFailOver: boolean;
  readonly extraUnits: number;
  /** In the order in which they are tried. */
  readonly candidates: readonly Candidate[];
};

export type Failover =
  | { readonly kind: "stay" }
  | { readonly kind: "move"; readonly toId: string; readonly units: number; readonly extraUnits: number };

const STAY: Failover = { kind: "stay" };

/**
 * Whether a task goes to another connection, and to which. Only one that certainly nobody has accepted, and only where it is
 * known what that costs: without both prices nobody can say that the team's limit is kept.
 */
export function decideFailover(facts: FailoverFacts): Failover {
  const { units, candidates, extraUnits } = facts;
  const mayMove = facts.mayFailOver && !facts.hasMoved && !facts.isBound && !facts.isPractice;
  if (!mayMove || facts.status !== "queued" || facts.submitCalls > 0 || units === null) return STAY;
  for (const candidate of candidates) {
    if (candidate.units === null || !isReady(candidate)) continue;
    const extra = differenceOf(candidate.units, units);
    if (extra <= extraUnits)
      return { kind: "move", toId: candidate.id, units: candidate.units, extraUnits: extra };
  }
  return STAY;
}

function isReady({ isEnabled, isPaused, isResting, isPractice, canCarry }: Candidate): boolean {
  return isEnabled && !isPaused && !isResting && !isPractice && canCarry;
}

const FRACTIONS = 10_000;

function differenceOf(units: number, from: number): number {
  return (Math.round(units * FRACTIONS) - Math.round(from * FRACTIONS)) / FRACTIONS;
}
