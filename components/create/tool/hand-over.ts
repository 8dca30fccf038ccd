import type { Carried } from "#lib/kling/forms/carried.ts";

/** What one tool left for the next: it lives as long as the way from one to the other. */
let left: Carried | null = null;

export function handOver(carried: Carried): void {
  left = carried;
}

/** To be taken once, by whichever tool is opened next. */
export function takeHandedOver(): Carried | null {
  const carried = left;
  left = null;
  return carried;
}
