import { target } from "#lib/providers/sandbox.ts";

export const planted = target;
