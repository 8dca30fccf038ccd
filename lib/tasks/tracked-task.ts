import type { Task } from "#lib/db/generated/client.ts";

/** What a look at a running task needs to know of it, read by the statement that leased it. */
export type TrackedTask = Pick<
  Task,
  | "id"
  | "teamId"
  | "connectionId"
  | "createdById"
  | "apiKeyId"
  | "request"
  | "status"
  | "fence"
  | "paidTry"
  | "upstreamExternalId"
  | "upstreamTaskId"
  | "nextStepAt"
  | "stepFailures"
  | "progress"
  | "pace"
  | "queuedAt"
  | "submittedAt"
>;
