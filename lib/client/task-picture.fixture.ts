import type { StreamFrame } from "#lib/contract/events.ts";
import type { TaskDetail, TaskSummary } from "#lib/contract/tasks.ts";

/** `task_…` ids in the order of their numbers, as ULIDs would be. */
export function taskId(number: number): string {
  return `task_${String(number).padStart(26, "0")}`;
}

/** A queued task without anything special about it. */
export function taskPicture(number: number, facts: Partial<TaskSummary> = {}): TaskSummary {
  return {
    id: taskId(number),
    kind: "text2video",
    modelName: "kling-v3",
    prompt: `clip ${number}`,
    status: "queued",
    progress: 0,
    priority: 0,
    remainingSeconds: null,
    queuePosition: null,
    request: { kind: "text2video", model_name: "kling-v3", prompt: `clip ${number}`, duration: "5" },
    failure: null,
    output: null,
    outputCount: 0,
    createdBy: { id: "user_ada", name: "Ada" },
    apiKeyName: null,
    connection: { id: "connection_sandbox", name: "Sandbox" },
    priceUnits: 3,
    settledUnits: null,
    createdAt: "2026-11-21T10:00:00.000Z",
    finishedAt: null,
    trashedAt: null,
    seq: number,
    ...facts,
  };
}

export function taskPage(number: number, facts: Partial<TaskDetail> = {}): TaskDetail {
  return {
    ...taskPicture(number),
    upstreamTaskId: null,
    upstreamExternalId: "external",
    externalTaskId: null,
    retryOfId: null,
    submittedAt: null,
    rawAnswer: null,
    inputs: [],
    outputs: [],
    result: null,
    events: [],
    motion: null,
    callbacks: [],
    ...facts,
  };
}

/** The frame that tells of `task` as it is now. */
export function frameOf(task: TaskSummary): StreamFrame {
  const { seq, id, status } = task;
  return { task, event: { seq, taskId: id, type: "changed", status, data: {}, createdAt: task.createdAt } };
}
