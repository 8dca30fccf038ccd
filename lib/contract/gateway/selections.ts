import { z } from "zod";
import { address } from "./values.ts";

const size = z.tuple([z.int(), z.int()]);

/** What is selected on one frame (off-26 §3.11). */
const frameMask = z.strictObject({
  frame_index: z.int().min(0),
  rle_mask_list: z.array(
    z.strictObject({
      object_id: z.int(),
      rle_mask: z.strictObject({ size, counts: z.string() }),
      png_mask: z.strictObject({ size, base64: z.string() }),
    }),
  ),
});

const answered = { status: z.literal(0), session_id: z.string() };

/** Of `add-selection` and `delete-selection`; taking all marks back leaves nothing to show. */
export const changedSelectionSchema = z.strictObject({ ...answered, res: frameMask.optional() });

export const previewedSelectionSchema = z.strictObject({
  ...answered,
  res: z.strictObject({
    video: address.optional(),
    video_cover: address.optional(),
    tracking_output: address.optional(),
  }),
});
