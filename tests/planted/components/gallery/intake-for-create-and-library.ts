import { slot } from "#components/intake/slot.ts";

export const planted = slot;
