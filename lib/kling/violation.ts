import type { Localized } from "#lib/shared/localized.ts";

/** How a connection treats the official capability map: enforce it, mention it, or leave it to upstream. */
export type CapabilityPolicy = "strict" | "warn" | "off";

/**
 * `missing`: something still has to be given. `limit`: a value is out of bounds or excludes another. `capability`: the map
 * refuses the combination (subject to the policy). `ignored`: accepted without effect, always a warning.
 */
export type ViolationClass = "missing" | "limit" | "capability" | "ignored";

/** A change that makes a request legal: its patch is laid over the request, or over the form's draft. */
export type Change<Patch = Readonly<Record<string, unknown>>> = {
  readonly label: Localized;
  readonly patch: Patch;
};

export type Violation<Code extends string = string, Patch = Readonly<Record<string, unknown>>> = {
  /** The field to point at, as the canonical request spells it: `image`, `image_list[1].type`. */
  readonly path: string;
  readonly code: Code;
  readonly class: ViolationClass;
  readonly severity: "error" | "warning";
  readonly message: Localized;
  /** The nearest legal change. */
  readonly fix?: Change<Patch> | undefined;
};

/** Whether a request may be sent with these: warnings do not stop it. */
export function isSendable(violations: readonly Violation<string, unknown>[]): boolean {
  return violations.every((violation) => violation.severity === "warning");
}
