import { target } from "#app/read-viewer.ts";

export const planted = target;
