import { z } from "zod";

/** Values that Kling writes in its own way, wherever they stand in an answer (api-reference §1.3). */

/** A long beyond 2^53: a bare integer in the JSON, a `bigint` where it is read without loss. */
export const longNumber = z
  .custom<number | bigint>((value) => typeof value === "bigint" || Number.isSafeInteger(value))
  .meta({ type: "integer", format: "int64" });

/** Absolute, and good without a key or a cookie. */
export const address = z.url();

/** Unix milliseconds. */
export const milliseconds = z.int().positive();

/** Seconds as a decimal text, e.g. `"5.041"`. */
export const seconds = z.string().regex(/^\d+(\.\d+)?$/);

/** Video units as a decimal text. */
export const units = z.string().regex(/^\d+(\.\d+)?$/);
