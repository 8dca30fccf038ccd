import { slot } from "#components/intake/slot.ts";

/** Kept: no rule bites here. */
export const kept = slot;
