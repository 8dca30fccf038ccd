import type { TaskRequest } from "../requests/request.ts";
import type { TaskKind } from "../task-kinds.ts";
import { image2video } from "./image2video.ts";
import type { Kind } from "./kind.ts";
import { text2video } from "./text2video.ts";

/** Every kind by its name. */
export const KINDS: Readonly<Partial<Record<TaskKind, unknown>>> = {
  text2video,
  image2video,
};

/** The kind of this request, typed for requests of any kind. */
export function kindOf(kind: TaskKind): Kind {
  const found = KINDS[kind];
  if (found === undefined) throw new Error(`kind ${kind} is not described`);
  // Each entry is a Kind of exactly the requests that carry its name; a union of functions cannot say so.
  return found as Kind<TaskRequest>;
}
