import { other } from "./no-circles-other.ts";

export const planted = () => other;
