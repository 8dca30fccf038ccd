import { target } from "#lib/queue/nowhere.ts";

export const planted = target;
