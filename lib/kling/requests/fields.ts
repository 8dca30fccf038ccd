import { z } from "zod";
import { countCharacters } from "../characters.ts";
import { ASPECT_RATIOS, DURATIONS, MODES, SOUNDS } from "../fields.ts";
import { CFG_SCALE_RANGE, MAX_PROMPT_CHARACTERS } from "../limits.ts";
import { isMediaReference } from "../media.ts";
import { MODEL_IDS } from "../models.ts";

/** Field schemas that several kinds share. Shape and limits only: what a model supports is in `capabilities.ts`. */

const promptText = z
  .string()
  .min(1)
  .refine((text) => countCharacters(text) <= MAX_PROMPT_CHARACTERS, {
    error: `must not be longer than ${MAX_PROMPT_CHARACTERS} characters`,
  });

export const mediaReferenceSchema = z
  .string()
  .refine(isMediaReference, { error: "must be an asset id, an http(s) URL or raw base64" });

/** Fields of every request that makes a clip from a prompt. */
export const clipFields = {
  model_name: z.enum(MODEL_IDS),
  prompt: promptText.optional(),
  negative_prompt: promptText.optional(),
  mode: z.enum(MODES).optional(),
  duration: z.enum(DURATIONS),
  aspect_ratio: z.enum(ASPECT_RATIOS).optional(),
  sound: z.enum(SOUNDS).optional(),
  cfg_scale: z.number().min(CFG_SCALE_RANGE.min).max(CFG_SCALE_RANGE.max).optional(),
  watermark_info: z.strictObject({ enabled: z.boolean() }).optional(),
};
