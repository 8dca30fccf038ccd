import type { ConnectionView } from "#lib/contract/connections.ts";
import { cameraControlOf, type Draft, guideOf, toRequest } from "#lib/kling/draft.ts";
import type { ClipRequest } from "#lib/kling/requests/clip.ts";
import { type ClipViolation, checkRequest } from "#lib/kling/rules.ts";
import type { CapabilityPolicy } from "#lib/kling/violation.ts";
import type { BrushObstacle } from "./brush/painted-request.ts";
import { SOME_MASKS } from "./brush/some-masks.ts";
import { fieldsWithoutWord } from "./controls/connection-refusal.ts";
import { PICTURE_SLOTS, type PictureSlot } from "./create-state.ts";
import type { SlotWorks } from "./picture/use-picture-intake.ts";

/** What stands between the draft and an order; `path` is the field to lead the person to. */
export type Obstacle =
  | { readonly kind: "may_not" }
  | { readonly kind: "no_connection" }
  | { readonly kind: "picture_on_its_way" | "picture_not_taken"; readonly path: PictureSlot }
  /** What the chosen connection's dialect has no words for: nobody could be sent this clip there. */
  | { readonly kind: "dialect"; readonly path: string; readonly fields: readonly string[] }
  | { readonly kind: "brush_failed"; readonly path: "dynamic_masks" }
  | { readonly kind: "no_camera_move"; readonly path: "camera_control" }
  /** Only found when the masks are made, at Generate. */
  | ({ readonly kind: "brush"; readonly path: "dynamic_masks" } & BrushObstacle)
  | { readonly kind: "violation"; readonly path: string; readonly violation: ClipViolation };

export type Readiness =
  | { readonly ready: true; readonly request: ClipRequest }
  | { readonly ready: false; readonly request: ClipRequest; readonly obstacle: Obstacle };

type Situation = {
  readonly draft: Draft;
  readonly works: SlotWorks;
  /** How the chosen connection treats the capability map; undefined when there is no connection. */
  readonly policy: CapabilityPolicy | undefined;
  /** What it speaks. */
  readonly provider?: ConnectionView["provider"] | undefined;
  readonly mayCreate: boolean;
};

/**
 * The request that would be sent, and the first thing that is against sending it. Where the brush leads, what is painted is
 * not in it yet (`brush/painted-request.ts`): something else stands in its place, for rules, prices and dialects to see.
 */
export function readinessOf(situation: Situation): Readiness {
  const request = toRequest(situation.draft, SOME_MASKS);
  const obstacle = firstObstacle(situation, request);
  return obstacle === undefined ? { ready: true, request } : { ready: false, request, obstacle };
}

/** What Generate ran into, in today's words, as long as it is still in the way; a drawing's problem tells by itself. */
export function obstacleInTheWay(readiness: Readiness, met: Obstacle | null): Obstacle | null {
  if (met === null) return null;
  const isOfBrush = met.kind === "brush" || met.kind === "brush_failed";
  if (readiness.ready) return isOfBrush && "dynamic_masks" in readiness.request ? met : null;
  return keyOf(readiness.obstacle) === keyOf(met) ? readiness.obstacle : null;
}

function keyOf(obstacle: Obstacle): string {
  return obstacle.kind === "violation" ? obstacle.violation.code : obstacle.kind;
}

function firstObstacle(
  { draft, works, policy, provider, mayCreate }: Situation,
  request: ClipRequest,
): Obstacle | undefined {
  if (!mayCreate) return { kind: "may_not" };
  if (policy === undefined) return { kind: "no_connection" };
  if (draft.kind === "image2video") {
    const slot = slotsInUse(draft).find((candidate) => works[candidate].step !== "idle");
    if (slot !== undefined)
      return { kind: isOnItsWay(works[slot].step) ? "picture_on_its_way" : "picture_not_taken", path: slot };
  }
  const violation = checkRequest(request, policy).find(({ severity }) => severity === "error");
  if (violation !== undefined) return { kind: "violation", path: violation.path, violation };
  const fields = provider === undefined ? [] : fieldsWithoutWord(provider, request);
  const [path] = fields;
  if (path !== undefined) return { kind: "dialect", path, fields };
  const isStill = guideOf(draft) === "camera" && cameraControlOf(draft) === undefined;
  return isStill ? { kind: "no_camera_move", path: "camera_control" } : undefined;
}

/** An end frame that is put aside for another guide holds nothing up. */
function slotsInUse(draft: Draft): readonly PictureSlot[] {
  return guideOf(draft) === "frames" ? PICTURE_SLOTS : ["image"];
}

function isOnItsWay(step: SlotWorks[PictureSlot]["step"]): boolean {
  return step === "opening" || step === "sending";
}
