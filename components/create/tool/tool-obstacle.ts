import type { Violation } from "#lib/kling/violation.ts";

/** What stands between a tool's draft and an order; `path` is the field to lead the person to. */
export type ToolObstacle =
  | { readonly kind: "may_not" | "no_connection" }
  | { readonly kind: "picture_on_its_way" | "picture_not_taken"; readonly path: string }
  /** What the chosen connection's dialect has no words for. */
  | { readonly kind: "dialect"; readonly fields: readonly string[] }
  | { readonly kind: "violation"; readonly path: string; readonly violation: Violation };

type Situation = {
  readonly mayCreate: boolean;
  readonly hasConnection: boolean;
  /** Fields into which a file is still on its way, or stuck. */
  readonly busy: readonly { readonly path: string; readonly isOnItsWay: boolean }[];
  readonly violations: readonly Violation[];
  readonly unspoken: readonly string[];
};

/** The first thing that is against ordering; undefined when nothing is. */
export function toolObstacle(situation: Situation): ToolObstacle | undefined {
  const { mayCreate, hasConnection, busy, violations, unspoken } = situation;
  if (!mayCreate) return { kind: "may_not" };
  if (!hasConnection) return { kind: "no_connection" };
  const [work] = busy;
  if (work !== undefined)
    return { kind: work.isOnItsWay ? "picture_on_its_way" : "picture_not_taken", path: work.path };
  const violation = violations.find(({ severity }) => severity === "error");
  if (violation !== undefined) return { kind: "violation", path: violation.path, violation };
  return unspoken.length > 0 ? { kind: "dialect", fields: unspoken } : undefined;
}

export function isSameObstacle(one: ToolObstacle, other: ToolObstacle): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf(obstacle: ToolObstacle): string {
  return obstacle.kind === "violation" ? `${obstacle.path} ${obstacle.violation.code}` : obstacle.kind;
}
