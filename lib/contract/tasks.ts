import { z } from "zod";
import { OUTPUT_LABELS } from "#lib/kling/output-labels.ts";
import { taskRequestSchema } from "#lib/kling/requests/request.ts";
import { TASK_KINDS } from "#lib/kling/task-kinds.ts";
import { idSchema } from "./ids.ts";
import { motionReportSchema } from "./motion-report.ts";
import { defineOperation } from "./operation.ts";
import { MAX_TAKES } from "./takes.ts";
import { TASK_STATUSES } from "./task-status.ts";

export const taskParamsSchema = z.strictObject({ taskId: idSchema("task") });

export const createTasksSchema = z.strictObject({
  request: taskRequestSchema,
  takes: z.int().min(1).max(MAX_TAKES).default(1),
  connectionId: idSchema("connection").optional(),
});

export const taskFailureSchema = z.object({
  /** A code of lib/kling/codes.ts, or one of ours (`lib/tasks/failures.ts`). */
  code: z.union([z.int(), z.string()]),
  /** The provider's own words, or ours. */
  message: z.string(),
  /** Whether the same request may succeed when it is tried again. */
  retryable: z.boolean(),
});

const personSchema = z.object({ id: z.string(), name: z.string() });

/** A file that came out. Sounds have no size, pictures no length: theirs are 0. */
const outputSchema = z.object({
  /** Its own name, by which requests refer to an earlier result (`video_id`). */
  id: z.string(),
  position: z.int(),
  label: z.enum(OUTPUT_LABELS),
  assetId: z.string(),
  widthPx: z.int(),
  heightPx: z.int(),
  durationSeconds: z.number(),
  fps: z.number().nullable(),
  hasSound: z.boolean(),
  bytes: z.int(),
  mime: z.string(),
});

/** A file that went in; its role is its place in the request, e.g. `image_list[1].image`. */
const inputSchema = z.object({
  role: z.string(),
  assetId: z.string(),
  mime: z.string(),
  widthPx: z.int(),
  heightPx: z.int(),
});

/** A task as the gallery's cards need it. */
export const taskSummarySchema = z.object({
  id: z.string(),
  kind: z.enum(TASK_KINDS),
  modelName: z.string(),
  prompt: z.string(),
  status: z.enum(TASK_STATUSES),
  /** 0..1 */
  progress: z.number(),
  /** Seconds until this kind of task is usually done, learnt from past ones; null when nothing is known. */
  remainingSeconds: z.number().nullable(),
  /** Tasks of the same connection that go first; null when it is not queued. */
  queuePosition: z.int().nullable(),
  /** The higher goes first while it waits: -1, 0 or 1. */
  priority: z.int(),
  request: taskRequestSchema,
  failure: taskFailureSchema.nullable(),
  /** The first file that came out. */
  output: outputSchema.nullable(),
  outputCount: z.int(),
  createdBy: personSchema.nullable(),
  /** Name of the API key that ordered it; null for what was ordered in the studio. */
  apiKeyName: z.string().nullable(),
  connection: personSchema,
  priceUnits: z.number().nullable(),
  settledUnits: z.number().nullable(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  trashedAt: z.iso.datetime().nullable(),
  /** Sequence of the newest event that this picture of the task contains. */
  seq: z.int(),
});

export const taskEventSchema = z.object({
  seq: z.int(),
  taskId: z.string(),
  type: z.string(),
  status: z.enum(TASK_STATUSES),
  data: z.record(z.string(), z.unknown()),
  createdAt: z.iso.datetime(),
});

/** What a gateway client was told at its callback_url, or will be. */
const callbackSchema = z.object({
  /** The `webhook-id` of every attempt. */
  id: z.string(),
  /** Without the path, which may carry a secret of the client. */
  host: z.string(),
  /** As Kling spells it: submitted, processing, succeed or failed. */
  status: z.string(),
  attempts: z.int(),
  /** HTTP status of the last answer; null when none came. */
  lastStatus: z.int().nullable(),
  lastError: z.string().nullable(),
  deliveredAt: z.iso.datetime().nullable(),
  /** Set when nobody will try again. */
  givenUpAt: z.iso.datetime().nullable(),
});

/** A task with everything its own page shows. */
export const taskDetailSchema = taskSummarySchema.extend({
  upstreamTaskId: z.string().nullable(),
  upstreamExternalId: z.string(),
  externalTaskId: z.string().nullable(),
  retryOfId: z.string().nullable(),
  submittedAt: z.iso.datetime().nullable(),
  rawAnswer: z.unknown(),
  inputs: z.array(inputSchema),
  outputs: z.array(outputSchema),
  /** What came out besides files, in Kling's own words: faces, a session, an element, a voice. */
  result: z.record(z.string(), z.unknown()).nullable(),
  events: z.array(taskEventSchema),
  /** Whether the clip did what was drawn; null as long as nothing was measured, and where nothing was drawn. */
  motion: motionReportSchema.nullable(),
  /** In the order of the changes; empty without a callback_url. */
  callbacks: z.array(callbackSchema),
});

export const taskFilterSchema = z.strictObject({
  kind: z.enum(TASK_KINDS).optional(),
  model: z.string().max(64).optional(),
  status: z.enum(["running", "succeeded", "failed", "canceled", "unknown"]).optional(),
  person: idSchema("user").optional(),
  search: z.string().max(200).optional(),
  trash: z.enum(["true", "false"]).optional(),
});

export const taskListQuerySchema = taskFilterSchema.extend({
  /** The id of the last task of the page before. */
  cursor: idSchema("task").optional(),
  limit: z.coerce.number().int().min(1).max(100).default(40),
});

export const taskListSchema = z.object({
  tasks: z.array(taskSummarySchema),
  nextCursor: z.string().nullable(),
});

export type CreateTasks = z.input<typeof createTasksSchema>;
export type TaskInput = z.infer<typeof inputSchema>;
export type TaskOutput = z.infer<typeof outputSchema>;
export type TaskFailure = z.infer<typeof taskFailureSchema>;
export type TaskSummary = z.infer<typeof taskSummarySchema>;
export type TaskDetail = z.infer<typeof taskDetailSchema>;
export type TaskEvent = z.infer<typeof taskEventSchema>;
export type TaskFilter = z.infer<typeof taskFilterSchema>;
export type TaskListQuery = z.infer<typeof taskListQuerySchema>;
export type TaskList = z.infer<typeof taskListSchema>;

/** Seven masks of a 4K picture in their worst case; what is usually painted takes tens of KB. */
const MAX_ORDER_BYTES = 8 * 1024 * 1024;

export const createTasksOperation = defineOperation({
  id: "createTasks",
  method: "POST",
  path: "/api/tasks",
  summary: "Order one or more takes of a clip. Files by asset id, or small ones (masks) as raw base64.",
  access: { kind: "member", action: "task.create" },
  audit: { none: "the ledger and the task's own history tell of every order" },
  rateClass: "costly",
  body: createTasksSchema,
  maxBodyBytes: MAX_ORDER_BYTES,
  response: z.object({ tasks: z.array(taskSummarySchema) }),
  status: 201,
  idempotent: true,
});

export const listTasksOperation = defineOperation({
  id: "listTasks",
  method: "GET",
  path: "/api/tasks",
  summary: "The team's tasks, newest first, page by page.",
  access: { kind: "member", action: "task.read" },
  query: taskListQuerySchema,
  response: taskListSchema,
});

export const getTaskOperation = defineOperation({
  id: "getTask",
  method: "GET",
  path: "/api/tasks/{taskId}",
  summary: "One task with its inputs, events and outputs.",
  access: { kind: "member", action: "task.read" },
  params: taskParamsSchema,
  response: taskDetailSchema,
});

export const cancelTaskOperation = defineOperation({
  id: "cancelTask",
  method: "POST",
  path: "/api/tasks/{taskId}/cancel",
  summary: "Cancel a task that is still queued; nothing is charged.",
  access: { kind: "member", action: "task.cancel" },
  audit: "task.canceled",
  params: taskParamsSchema,
  response: taskSummarySchema,
});

export const retryTaskOperation = defineOperation({
  id: "retryTask",
  method: "POST",
  path: "/api/tasks/{taskId}/retry",
  summary: "Order a failed or canceled task again, as a new paid try.",
  access: { kind: "member", action: "task.retry" },
  audit: "task.retried",
  rateClass: "costly",
  params: taskParamsSchema,
  response: taskSummarySchema,
  idempotent: true,
});

export const trashTaskOperation = defineOperation({
  id: "trashTask",
  method: "DELETE",
  path: "/api/tasks/{taskId}",
  summary: "Move a settled task to the trash.",
  access: { kind: "member", action: "task.trash" },
  audit: "task.trashed",
  params: taskParamsSchema,
  response: taskSummarySchema,
});

export const restoreTaskOperation = defineOperation({
  id: "restoreTask",
  method: "POST",
  path: "/api/tasks/{taskId}/restore",
  summary: "Take a task back out of the trash.",
  access: { kind: "member", action: "task.trash" },
  audit: "task.restored",
  params: taskParamsSchema,
  response: taskSummarySchema,
});
