import { z } from "zod";
import { TASK_KINDS } from "#lib/kling/task-kinds.ts";
import { idSchema } from "./ids.ts";
import { defineOperation } from "./operation.ts";
import { taskParamsSchema, taskSummarySchema } from "./tasks.ts";
import { lineSchema } from "./text.ts";

/** An id as an upstream gives it. */
const upstreamIdSchema = z
  .string()
  .trim()
  .min(1)
  .max(128)
  .regex(/^[\x21-\x7e]+$/, "must be printable ASCII");

/** What a person decides about a task of which nobody knows what became of it. */
export const decisionSchema = z.discriminatedUnion("decision", [
  z.strictObject({
    decision: z.literal("check_again"),
    /** The task upstream, when the person has found it there. */
    upstreamTaskId: upstreamIdSchema.optional(),
  }),
  z.strictObject({
    decision: z.literal("mark_failed"),
    /** Whether upstream charged for it. What nobody knows counts as charged. */
    wasCharged: z.boolean().default(true),
  }),
  /** A new paid try; the old one counts as charged. */
  z.strictObject({ decision: z.literal("submit_anyway") }),
]);

export const MOVES = ["first", "earlier", "later", "last"] as const;

export const adoptTaskSchema = z
  .strictObject({
    connectionId: idSchema("connection").optional(),
    kind: z.enum(TASK_KINDS),
    upstreamTaskId: upstreamIdSchema.optional(),
    externalTaskId: upstreamIdSchema.optional(),
    /** By which people find it again. */
    name: lineSchema(200).optional(),
  })
  .refine(
    ({ upstreamTaskId, externalTaskId }) => (upstreamTaskId === undefined) !== (externalTaskId === undefined),
    {
      message: "name it by exactly one of upstreamTaskId and externalTaskId",
    },
  );

export type Decision = z.infer<typeof decisionSchema>;
export type DecisionCall = z.input<typeof decisionSchema>;
export type TaskMove = (typeof MOVES)[number];
export type AdoptTask = z.input<typeof adoptTaskSchema>;

export const decideTaskOperation = defineOperation({
  id: "decideTask",
  method: "POST",
  path: "/api/tasks/{taskId}/decision",
  summary: "Decide about a task whose outcome is unknown: check again, mark as failed, or submit anyway.",
  access: { kind: "member", action: "task.decide_unknown" },
  audit: "task.decided",
  rateClass: "costly",
  params: taskParamsSchema,
  body: decisionSchema,
  response: taskSummarySchema,
  idempotent: true,
});

export const moveTaskOperation = defineOperation({
  id: "moveTask",
  method: "POST",
  path: "/api/tasks/{taskId}/move",
  summary: "Exchange the turns of one person's queued tasks.",
  access: { kind: "member", action: "task.prioritize" },
  audit: { none: "costs nothing; the task's own history tells of it" },
  params: taskParamsSchema,
  body: z.strictObject({ to: z.enum(MOVES) }),
  response: taskSummarySchema,
});

export const setTaskPriorityOperation = defineOperation({
  id: "setTaskPriority",
  method: "PUT",
  path: "/api/tasks/{taskId}/priority",
  summary: "Set the priority of a queued task: -1, 0 or 1. Above normal takes an admin.",
  access: { kind: "member", action: "task.prioritize" },
  audit: { none: "costs nothing; the task's own history tells of it" },
  params: taskParamsSchema,
  body: z.strictObject({ priority: z.int().min(-1).max(1) }),
  response: taskSummarySchema,
});

export const adoptTaskOperation = defineOperation({
  id: "adoptTask",
  method: "POST",
  path: "/api/tasks/adopt",
  summary: "Take over a task that was made elsewhere on one of the team's accounts, by its id.",
  access: { kind: "member", action: "task.adopt" },
  audit: "task.adopted",
  rateClass: "costly",
  body: adoptTaskSchema,
  response: taskSummarySchema,
  status: 201,
});
