import type { CreateSurface, Pen } from "../pen.ts";
import type { Size } from "../point.ts";

/** A shot that is ready: draws itself over the whole frame, at a share of its length from 0 to 1. */
export type DrawShot = (pen: Pen, fraction: number) => void;

/** Where and with what shots are drawn. */
export type Stage = { readonly frame: Size; readonly createSurface: CreateSurface };
