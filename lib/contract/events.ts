import { z } from "zod";
import { defineOperation } from "./operation.ts";
import { taskEventSchema, taskSummarySchema } from "./tasks.ts";

/**
 * One frame of the event stream. Its SSE `id` is `seq`, which has no gaps within a team: after a reconnect
 * with `Last-Event-ID` nothing is missing and nothing needs to be guessed.
 */
export const streamFrameSchema = z.object({ event: taskEventSchema, task: taskSummarySchema });

export type StreamFrame = z.infer<typeof streamFrameSchema>;

export const streamEventsOperation = defineOperation({
  id: "streamEvents",
  method: "GET",
  path: "/api/events",
  summary: "The team's task events as server-sent events; resumes from Last-Event-ID.",
  access: { kind: "member", action: "stream.read" },
  query: z.strictObject({ after: z.coerce.number().int().min(0).optional() }),
  response: "stream",
});
