import { target } from "#components/gallery/card.ts";

export const planted = target;
