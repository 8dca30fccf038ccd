import { planted } from "./no-circles.ts";

export const other = () => planted;
