export type Estimate =
  | { readonly unit: "seconds" | "minutes"; readonly count: number }
  /** The usual time has passed: no number would be honest. */
  | { readonly unit: "late" };

/** An estimate never sounds more exact than it is: steps of 5 seconds, of a minute beyond 90 seconds. */
export function roundedEstimate(seconds: number): Estimate {
  if (seconds <= 1) return { unit: "late" };
  if (seconds > 90) return { unit: "minutes", count: Math.round(seconds / 60) };
  return { unit: "seconds", count: Math.max(5, Math.ceil(seconds / 5) * 5) };
}
