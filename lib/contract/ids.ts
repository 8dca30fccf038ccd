import { z } from "zod";
import { type IdKind, isId } from "#lib/shared/ids.ts";

/** A text that has the shape of an id of this kind. */
export function idSchema(kind: IdKind) {
  return z.string().refine((text) => isId(kind, text), { message: `not a ${kind} id` });
}
