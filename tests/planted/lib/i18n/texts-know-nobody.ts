import { target } from "#lib/client/tasks.ts";

export const planted = target;
