import { target } from "#lib/contract/tasks.ts";

export const planted = target;
