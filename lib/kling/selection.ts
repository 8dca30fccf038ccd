/** Marks on a frame of a video: shares of its width and height from its upper left corner (off-26 §3.11). */
export type SelectionPoint = { readonly x: number; readonly y: number };

export type SelectionChange =
  | {
      readonly operation: "add" | "delete";
      readonly sessionId: string;
      readonly frameIndex: number;
      readonly points: readonly SelectionPoint[];
    }
  | { readonly operation: "clear" | "preview"; readonly sessionId: string };

/** What is selected on one frame: COCO-style compressed run lengths, column by column, and the same as a picture. */
export type FrameMask = {
  readonly frame_index: number;
  readonly rle_mask_list: readonly {
    readonly object_id: number;
    readonly rle_mask: { readonly size: readonly [number, number]; readonly counts: string };
    readonly png_mask: { readonly size: readonly [number, number]; readonly base64: string };
  }[];
};

/** `mask` is present for `add` and `delete`. */
export type SelectionAnswer = { readonly session_id: string; readonly mask?: FrameMask };

/** Points of a selection (off-26 §3.11). */
export const SELECTION_LIMITS = { frames: 10, pointsPerFrame: 10 } as const;

/** One resource pack of an account (off-26 §4.5); times in milliseconds. */
export type ResourcePack = {
  readonly resource_pack_name: string;
  readonly resource_pack_id: string;
  readonly resource_pack_type: "decreasing_total" | "constant_period";
  readonly total_quantity: number;
  readonly remaining_quantity: number;
  readonly purchase_time: number;
  readonly effective_time: number;
  readonly invalid_time: number;
  readonly status: "toBeOnline" | "online" | "expired" | "runOut";
};
