import type { RenderedPart } from "#lib/engine/parts/part.ts";
import { shotsOf } from "#lib/kling/kinds/rules/shot-rules.ts";
import type { ClipRequest } from "#lib/kling/requests/clip.ts";
import type { OmniVideoRequest } from "#lib/kling/requests/omni-video.ts";
import { withoutOrders } from "../orders.ts";

export type Shot = {
  readonly seconds: number;
  readonly prompt: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
};

type Clip = {
  readonly request: ClipRequest | OmniVideoRequest;
  readonly prompt: string;
  readonly durationSeconds: number;
};

/** The parts of a clip: one for all of it, or one after the other where it is cut into shots. */
export function inShots(clip: Clip, partOf: (shot: Shot) => RenderedPart): readonly RenderedPart[] {
  const cuts = cutsOf(clip);
  const shots = cuts.map(({ seconds, prompt }, index) => ({
    seconds,
    part: partOf({ seconds, prompt, isFirst: index === 0, isLast: index === cuts.length - 1 }),
  }));
  const [only] = shots;
  return shots.length === 1 && only !== undefined ? [only.part] : [{ draw: "shots", shots }];
}

/** Upstream does not say where `intelligence` cuts; ours is in the middle, from the same words seen twice. */
function cutsOf({ request, prompt, durationSeconds }: Clip): readonly Pick<Shot, "seconds" | "prompt">[] {
  switch (shotsOf(request)) {
    case "none":
      return [{ seconds: durationSeconds, prompt }];
    case "intelligence":
      return [durationSeconds / 2, durationSeconds / 2].map((seconds) => ({ seconds, prompt }));
    case "customize":
      return (request.multi_prompt ?? [])
        .toSorted((first, second) => first.index - second.index)
        .map((shot) => ({ seconds: Number(shot.duration), prompt: withoutOrders(shot.prompt) }));
  }
}
