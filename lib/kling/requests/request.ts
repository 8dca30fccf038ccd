import { z } from "zod";
import { image2videoSchema } from "./image2video.ts";
import { text2videoSchema } from "./text2video.ts";

/**
 * The canonical request that every door decodes to and every provider encodes from. `external_task_id` and
 * `callback_url` belong to the door and travel beside it.
 */
export const taskRequestSchema = z.discriminatedUnion("kind", [text2videoSchema, image2videoSchema]);

export type TaskRequest = z.infer<typeof taskRequestSchema>;
