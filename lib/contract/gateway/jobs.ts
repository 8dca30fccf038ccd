import { z } from "zod";
import { TASK_KINDS } from "#lib/kling/task-kinds.ts";
import { taskSchemaOf } from "./tasks.ts";
import { address } from "./values.ts";

/** ISO-8601 in UTC with microseconds. */
const moment = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);

const createdFields = {
  id: z.string().min(1),
  task_id: z.string().min(1),
  object: z.literal("video.generation.job"),
  model: z.string(),
  status: z.enum(["pending", "processing", "completed", "failed"]),
  progress: z.int().min(0).max(100),
  created_at: moment,
};

/** The answer to a create of the unified and of the generations dialect (§10.2, §10.3). */
export const createdJobSchema = z.strictObject(createdFields);

const anyTask = z.union(TASK_KINDS.map(taskSchemaOf));

/** `GET /v1/videos/{id}`: every field of either document at once, and Kling's own answer for what they have no word for. */
export const jobSchema = z.strictObject({
  ...createdFields,
  completed_at: moment.optional(),
  video_url: address.optional(),
  usage: z
    .strictObject({
      seconds: z.number(),
      video_count: z.int(),
      size: z
        .string()
        .regex(/^\d+\*\d+$/)
        .optional(),
    })
    .optional(),
  raw_response: z.strictObject({ code: z.literal(0), message: z.string(), data: anyTask }).optional(),
  error: z.string().optional(),
});

/** A refusal on the paths of jobs: Kling's words beside those of OpenAI's clients. */
export const jobErrorSchema = z.strictObject({
  error: z.strictObject({
    message: z.string().min(1),
    type: z.string(),
    code: z.int().positive(),
    param: z.string().nullable(),
  }),
  code: z.int().positive(),
  message: z.string().min(1),
  request_id: z.string().min(1),
});
