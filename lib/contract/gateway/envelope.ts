import { z } from "zod";

/** A refusal on Kling's own paths: `data` is absent (off-26 §1.4). */
export const nativeErrorSchema = z.strictObject({
  code: z.int().positive(),
  message: z.string().min(1),
  request_id: z.string().min(1),
});

/** `data` in the envelope of every success. */
export function envelopeOf<Data extends z.ZodType>(data: Data) {
  return z.strictObject({
    code: z.literal(0),
    message: z.literal("SUCCEED"),
    request_id: z.string().min(1),
    data,
  });
}
