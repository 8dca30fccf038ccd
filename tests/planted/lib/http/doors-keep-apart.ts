import { target } from "#lib/gateway/serve.ts";

export const planted = target;
