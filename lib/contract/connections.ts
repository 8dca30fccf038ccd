import type { CapabilityPolicy } from "#lib/kling/violation.ts";

/** A place that makes clips, as a person chooses between them. Plain: the browser reads it too. */
export type ConnectionView = {
  readonly id: string;
  readonly name: string;
  readonly isDefault: boolean;
  /** Its clips cost nothing: for learning and trying out. */
  readonly isPractice: boolean;
  readonly policy: CapabilityPolicy;
};
