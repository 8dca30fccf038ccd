import type { TaskRequest } from "../requests/request.ts";
import { mediaOf } from "../requests/request-media.ts";
import type { Violation } from "../violation.ts";
import { type Checking, checkWith } from "./check-with.ts";
import { kindOf } from "./kinds.ts";

/**
 * Everything wrong with a request of any kind: what is missing, what exceeds a limit (its files' own among them), what the
 * map refuses, what has no effect. The policy touches only what the map says: `warn` tells it, `off` is silent about it.
 */
export function checkTask(
  request: TaskRequest,
  { policy, facts }: Pick<Checking, "policy" | "facts">,
): readonly Violation[] {
  return checkWith(kindOf(request.kind), request, { policy, facts, files: mediaOf(request) });
}
