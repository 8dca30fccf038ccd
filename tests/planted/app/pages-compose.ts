import { target } from "#lib/http/define-route.ts";

export const planted = target;
