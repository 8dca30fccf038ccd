import { target } from "#lib/kling/models.ts";

export const planted = target;
