import { target } from "#lib/worker/main.ts";

export const planted = target;
