import type { Tone } from "#components/ui/badge.tsx";

/** What a score says in a word: `drawn.grade.<grade>`. */
export type Grade = "good" | "fair" | "poor" | "bad";

/** @param score 0 to 100 */
export function gradeOf(score: number): Grade {
  if (score >= 85) return "good";
  if (score >= 60) return "fair";
  return score >= 30 ? "poor" : "bad";
}

export const GRADE_TONES: Readonly<Record<Grade, Tone>> = {
  good: "success",
  fair: "neutral",
  poor: "warning",
  bad: "danger",
};
