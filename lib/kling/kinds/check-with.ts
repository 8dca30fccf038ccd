import type { TaskRequest } from "../requests/request.ts";
import type { RequestMedia } from "../requests/request-media.ts";
import type { CapabilityPolicy, Violation } from "../violation.ts";
import { changeBetween, nearestPoint } from "./grid/nearest-point.ts";
import type { FactsByPath, Kind } from "./kind.ts";
import { fileViolations } from "./rules/file-rules.ts";

export type Checking = {
  readonly policy: CapabilityPolicy;
  readonly facts: FactsByPath;
  /** Every file that the request names: what `mediaOf` finds by the schema, and a form by its fields. */
  readonly files: readonly RequestMedia[];
};

/** `checkTask` for a kind in hand: free of zod and of the other kinds, so that a form can ask it. */
export function checkWith(
  kind: Kind,
  request: TaskRequest,
  { policy, facts, files }: Checking,
): readonly Violation[] {
  const found = [
    ...kind.rules(request, facts),
    ...fileViolations(files, facts),
    ...refusedByMap(kind, request),
  ];
  const judged = found.flatMap((violation) => underPolicy(violation, policy));
  return judged.sort((a, b) => rank(a) - rank(b));
}

function refusedByMap({ grid, pointOf }: Kind, request: TaskRequest): readonly Violation[] {
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
