import type { TaskRequest } from "./requests/request.ts";
import type { TaskKind } from "./task-kinds.ts";
import type { Pack } from "./upstreams.ts";

const IMAGE_KINDS: readonly TaskKind[] = [
  "image-generation",
  "omni-image",
  "multi-image2image",
  "expand",
  "image-recognize",
  "ai-multi-shot",
];

/** The pack whose places a request takes. No page names one for sounds, elements and voices: they count as video. */
export function packOf({ kind }: Pick<TaskRequest, "kind">): Pack {
  if (kind === "virtual-try-on") return "try_on";
  return IMAGE_KINDS.includes(kind) ? "image" : "video";
}

/** Pictures that a series has at most; with `auto` upstream decides how many it becomes. */
const MAX_SERIES = 9;

/** How many places it takes: an image task one for each picture, everything else one (off-26, upd). */
export function placesOf(request: TaskRequest): number {
  if (packOf(request) !== "image") return 1;
  if ("result_type" in request && request.result_type === "series") {
    const { series_amount: amount = MAX_SERIES } = request;
    return amount === "auto" ? MAX_SERIES : amount;
  }
  return "n" in request ? (request.n ?? 1) : 1;
}
