import type { Masks } from "#lib/kling/draft.ts";

/** Stands for what is painted where only that something is matters. Never sent. */
export const SOME_MASKS: Masks = {
  dynamic_masks: [
    {
      mask: "painted",
      trajectories: [
        { x: 0, y: 0 },
        { x: 1, y: 1 },
      ],
    },
  ],
};
