import { target } from "#components/ui/button.ts";

export const planted = target;
