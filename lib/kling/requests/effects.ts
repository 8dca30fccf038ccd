import { z } from "zod";
import { DURATIONS, MODES } from "../fields.ts";
import { MODEL_IDS } from "../models.ts";
import { textOf, watermarkFields } from "./fields.ts";
import { mediaField } from "./media-field.ts";

/**
 * A named effect on one picture or on two, the first of them on the left. The three eras of the endpoint differ in what
 * `input` may also say; all of them are taken (api-reference §3.10).
 */
export const effectsSchema = z.strictObject({
  kind: z.literal("effects"),
  effect_scene: textOf(100),
  input: z.strictObject({
    model_name: z.enum(MODEL_IDS).optional(),
    mode: z.enum(MODES).optional(),
    image: mediaField("image", "image").optional(),
    images: z.array(mediaField("image", "image")).length(2).optional(),
    duration: z.enum(DURATIONS).optional(),
  }),
  ...watermarkFields,
});

export type EffectsRequest = z.infer<typeof effectsSchema>;
