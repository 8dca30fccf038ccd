import { target } from "#scripts/tool.ts";

export const planted = target;
