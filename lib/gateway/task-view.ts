import type { TaskStatus } from "#lib/contract/task-status.ts";
import type { TaskView, TaskViewStatus, VideoView } from "#lib/kling/task-view.ts";

/** The columns of a task that a gateway client may learn of. */
export type GatewayTaskRow = {
  readonly id: string;
  readonly externalTaskId: string | null;
  readonly status: string;
  readonly failure: unknown;
  readonly settledUnits: { toString(): string } | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly outputs: readonly {
    readonly id: string;
    readonly assetId: string | null;
    readonly durationSeconds: number | null;
  }[];
};

/** `linkTo` makes the absolute address of an output's file. */
export function taskViewOf(row: GatewayTaskRow, linkTo: (assetId: string) => string): TaskView {
  const status = viewStatusOf(row.status as TaskStatus); // the column holds nothing else; transitions.ts is the only writer
  return {
    id: row.id,
    externalTaskId: row.externalTaskId ?? undefined,
    status,
    statusMessage: status === "failed" ? failureMessageOf(row) : undefined,
    createdAtMs: row.createdAt.getTime(),
    updatedAtMs: row.updatedAt.getTime(),
    videos: row.outputs.flatMap((output) => videoViewOf(output, linkTo)),
    unitsDeducted: row.settledUnits?.toString(),
  };
}

/**
 * Kling knows four states. What waits with us has been submitted as far as its client can tell; what we are still archiving, or
 * what a person must decide on, is being processed.
 */
function viewStatusOf(status: TaskStatus): TaskViewStatus {
  switch (status) {
    case "queued":
    case "submitting":
    case "submitted":
      return "submitted";
    case "processing":
    case "archiving":
    case "unknown":
      return "processing";
    case "succeeded":
      return "succeeded";
    case "failed":
    case "canceled":
      return "failed";
  }
}

function failureMessageOf(row: GatewayTaskRow): string {
  if (row.status === "canceled") return "The task was canceled before it started";
  const { failure } = row;
  const message =
    typeof failure === "object" && failure !== null && "message" in failure ? failure.message : undefined;
  return typeof message === "string" ? message : "The task failed";
}

function videoViewOf(
  output: GatewayTaskRow["outputs"][number],
  linkTo: (assetId: string) => string,
): VideoView[] {
  if (output.assetId === null) return [];
  const durationSeconds = output.durationSeconds === null ? undefined : String(output.durationSeconds);
  return [{ id: output.id, url: linkTo(output.assetId), durationSeconds }];
}
