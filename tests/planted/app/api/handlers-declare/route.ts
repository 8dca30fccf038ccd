import { target } from "#lib/db/client.ts";

export const planted = target;
