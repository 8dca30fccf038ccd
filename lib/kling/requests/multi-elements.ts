import { z } from "zod";
import { DURATIONS, MODES } from "../fields.ts";
import { MODEL_IDS } from "../models.ts";
import { promptField, textOf, watermarkFields } from "./fields.ts";
import { mediaField } from "./media-field.ts";

/** Adds, swaps or removes what a session has selected in its video (off-26 §3.11). */
export const multiElementsSchema = z.strictObject({
  kind: z.literal("multi-elements"),
  model_name: z.enum(MODEL_IDS),
  session_id: textOf(256),
  edit_mode: z.enum(["addition", "swap", "removal"]),
  image_list: z
    .array(z.strictObject({ image: mediaField("image", "image") }))
    .min(1)
    .max(2)
    .optional(),
  prompt: promptField,
  negative_prompt: promptField.optional(),
  mode: z.enum(MODES).optional(),
  duration: z.enum(DURATIONS),
  ...watermarkFields,
});

export type MultiElementsRequest = z.infer<typeof multiElementsSchema>;
