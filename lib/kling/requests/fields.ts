import { z } from "zod";
import { CAMERA_TYPES, MAX_CAMERA_VALUE } from "../camera.ts";
import { countCharacters } from "../characters.ts";
import { ASPECT_RATIOS, DURATIONS, IMAGE_RATIOS, MODES, SOUNDS } from "../fields.ts";
import {
  CFG_SCALE_RANGE,
  MAX_ELEMENTS,
  MAX_IMAGES,
  MAX_PROMPT_CHARACTERS,
  MAX_SHOTS,
  MAX_STORYBOARD_CHARACTERS,
} from "../limits.ts";
import { MODEL_IDS } from "../models.ts";

/** Field schemas that several kinds share. Shape and limits only: what a model supports is in the capability table. */

/** A text of 1 to `max` code points. */
export function textOf(max: number) {
  return (
    z
      .string()
      .min(1)
      .refine((text) => countCharacters(text) <= max, { error: `must not be longer than ${max} characters` })
      // JSON Schema counts code points too, and says it to readers of the OpenAPI document.
      .meta({ maxLength: max })
  );
}

export const promptField = textOf(MAX_PROMPT_CHARACTERS);

export const watermarkFields = { watermark_info: z.strictObject({ enabled: z.boolean() }).optional() };

/** Library elements: ids are longs beyond 2^53 upstream and therefore texts here. */
export const elementListField = z
  .array(z.strictObject({ element_id: z.string().regex(/^(0|[1-9]\d{0,19})$/, "must be a number") }))
  .min(1)
  .max(MAX_ELEMENTS);

export const voiceListField = z
  .array(z.strictObject({ voice_id: textOf(256) }))
  .min(1)
  .max(2);

/** Several shots in one clip (off-26 §3.1; kling-v3 and kling-v3-omni). */
export const shotFields = {
  multi_shot: z.boolean().optional(),
  shot_type: z.enum(["customize", "intelligence"]).optional(),
  multi_prompt: z
    .array(
      z.strictObject({
        index: z.int().min(1).max(MAX_SHOTS),
        prompt: textOf(MAX_STORYBOARD_CHARACTERS),
        duration: z.string().regex(/^([1-9]|1[0-5])$/, "must be whole seconds"),
      }),
    )
    .min(1)
    .max(MAX_SHOTS)
    .optional(),
};

const cameraAxis = z.number().min(-MAX_CAMERA_VALUE).max(MAX_CAMERA_VALUE).optional();

/** Camera movement (off-26 §3.1a). Exactly one axis, and only with `simple`, is a rule and not a shape. */
export const cameraFields = {
  camera_control: z
    .strictObject({
      type: z.enum(CAMERA_TYPES),
      config: z
        .strictObject({
          horizontal: cameraAxis,
          vertical: cameraAxis,
          pan: cameraAxis,
          tilt: cameraAxis,
          roll: cameraAxis,
          zoom: cameraAxis,
        })
        .optional(),
    })
    .optional(),
};

/** Fields of every request that makes a clip from a prompt. */
export const clipFields = {
  model_name: z.enum(MODEL_IDS),
  prompt: promptField.optional(),
  negative_prompt: promptField.optional(),
  ...shotFields,
  mode: z.enum(MODES).optional(),
  duration: z.enum(DURATIONS),
  aspect_ratio: z.enum(ASPECT_RATIOS).optional(),
  sound: z.enum(SOUNDS).optional(),
  cfg_scale: z.number().min(CFG_SCALE_RANGE.min).max(CFG_SCALE_RANGE.max).optional(),
  ...cameraFields,
  ...watermarkFields,
};

export const imageCountField = z.int().min(1).max(MAX_IMAGES).optional();

export const imageRatioField = z.enum(IMAGE_RATIOS).optional();
