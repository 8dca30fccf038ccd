import type { FactsByPath, ImagePlan } from "../kind.ts";

/** Length in seconds of the file that stands at one of these paths; undefined while unknown. */
export function secondsAt(facts: FactsByPath, ...paths: readonly string[]): number | undefined {
  for (const path of paths) {
    const seconds = facts.get(path)?.durationSeconds;
    if (typeof seconds === "number") return seconds;
  }
  return undefined;
}

/** Sides of the file that stands at one of these paths; undefined while unknown. */
export function sizeAt(facts: FactsByPath, ...paths: readonly string[]): ImagePlan | undefined {
  for (const path of paths) {
    const { widthPx, heightPx } = facts.get(path) ?? {};
    if (typeof widthPx === "number" && typeof heightPx === "number") return { widthPx, heightPx };
  }
  return undefined;
}
