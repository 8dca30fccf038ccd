import type { ClipRequest } from "../../requests/clip.ts";
import { checkRequest } from "../../rules.ts";
import type { Violation } from "../../violation.ts";
import { shotsOf } from "./shot-rules.ts";

/**
 * What the form's own check says of a clip, apart from the map's verdict (the grid gives that). Shots that are written out
 * need no prompt beside them, and a prompt that one model insists on is a statement of the map.
 */
export function clipViolations(request: ClipRequest): readonly Violation[] {
  return checkRequest(request).flatMap((violation): Violation[] => {
    if (violation.class === "capability") return [];
    if (violation.code !== "prompt_required") return [violation];
    if (shotsOf(request) === "customize") return [];
    const isMapsWish = request.kind === "image2video" && shotsOf(request) !== "intelligence";
    return [isMapsWish ? { ...violation, class: "capability" } : violation];
  });
}
