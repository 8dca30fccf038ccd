import { z } from "zod";
import type { TaskKind } from "#lib/kling/task-kinds.ts";
import { customElementSchema } from "./library.ts";
import { TASK_RESULTS } from "./task-results.ts";
import { address, milliseconds, seconds, units } from "./values.ts";

const createdFields = {
  task_id: z.string().min(1),
  task_status: z.enum(["submitted", "processing", "succeed", "failed"]),
  task_info: z.strictObject({
    external_task_id: z.string().optional(),
    parent_video: z.strictObject({ id: z.string(), url: address.optional(), duration: seconds }).optional(),
  }),
  created_at: milliseconds,
  updated_at: milliseconds,
};

/** `data` of the answer to a create. */
export const createdTaskSchema = z.strictObject(createdFields);

/** `data` of a query, and one item of a list; `task_result` is `{}` until the task has succeeded. */
export function taskSchemaOf(kind: TaskKind) {
  return z.strictObject({
    ...createdFields,
    task_status_msg: z.string(),
    task_result: z.union([TASK_RESULTS[kind], z.strictObject({})]),
    watermark_info: z.strictObject({ enabled: z.boolean() }).optional(),
    final_unit_deduction: units.optional(),
  });
}

const charged = { final_unit_deduction: units.optional() };

const facesSchema = z.strictObject({
  session_id: z.string(),
  face_data: z.array(
    z.strictObject({
      face_id: z.string(),
      face_image: address.optional(),
      start_time: z.number(),
      end_time: z.number(),
    }),
  ),
  ...charged,
});

const selectionSchema = z.strictObject({
  status: z.literal(0),
  session_id: z.string(),
  fps: z.number(),
  original_duration: z.number(),
  width: z.int(),
  height: z.int(),
  total_frame: z.int(),
  normalized_video: address.optional(),
  ...charged,
});

/** `data` of the answer to a create of any kind. */
export function createAnswerOf(kind: TaskKind): z.ZodType {
  switch (kind) {
    case "identify-face":
      return facesSchema;
    case "init-selection":
      return selectionSchema;
    case "custom-elements":
      return customElementSchema;
    case "tts":
    case "image-recognize":
      return taskSchemaOf(kind);
    default:
      return createdTaskSchema;
  }
}
