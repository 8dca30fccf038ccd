import type { TaskRequest } from "../requests/request.ts";
import { mediaOf } from "../requests/request-media.ts";
import type { CapabilityPolicy, Violation } from "../violation.ts";
import { changeBetween, nearestPoint } from "./grid/nearest-point.ts";
import type { FactsByPath } from "./kind.ts";
import { kindOf } from "./kinds.ts";
import { fileViolations } from "./rules/file-rules.ts";

/**
 * Everything wrong with a request of any kind: what is missing, what exceeds a limit (its files' own among them), what the
 * map refuses, what has no effect. The policy touches only what the map says: `warn` tells it, `off` is silent about it.
 */
export function checkTask(
  request: TaskRequest,
  { policy, facts }: { readonly policy: CapabilityPolicy; readonly facts: FactsByPath },
): readonly Violation[] {
  const found = [
    ...kindOf(request.kind).rules(request, facts),
    ...fileViolations(mediaOf(request), facts),
    ...refusedByMap(request),
  ];
  const judged = found.flatMap((violation) => underPolicy(violation, policy));
  return judged.sort((a, b) => rank(a) - rank(b));
}

function refusedByMap(request: TaskRequest): readonly Violation[] {
  const { grid, pointOf } = kindOf(request.kind);
  const point = pointOf(request);
  const refusals = grid.refusals(point);
  if (refusals.length === 0) return [];
  const nearest = nearestPoint(grid, point);
  const fix = nearest && changeBetween(grid, point, nearest);
  return refusals.map(({ axis, code, message, class: found }) => ({
    path: grid.axes.find(({ name }) => name === axis)?.path ?? axis,
    code,
    class: found ?? "capability",
    severity: "error",
    message,
    fix,
  }));
}

function underPolicy(violation: Violation, policy: CapabilityPolicy): readonly Violation[] {
  if (violation.class === "ignored") return policy === "off" ? [] : [violation];
  if (violation.class !== "capability" || policy === "strict") return [violation];
  return policy === "off" ? [] : [{ ...violation, severity: "warning" }];
}

const RANKS = { missing: 0, limit: 1, capability: 2, ignored: 3 } as const;

function rank(violation: Violation): number {
  return RANKS[violation.class];
}
