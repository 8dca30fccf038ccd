import type { TaskStatus } from "#lib/contract/task-status.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { OutputLabel } from "#lib/kling/output-labels.ts";
import type { TaskKind } from "#lib/kling/task-kinds.ts";
import type { TaskResult } from "#lib/kling/task-result.ts";
import type { OutputView, TaskView, TaskViewStatus } from "#lib/kling/task-view.ts";
import { elementViewOf, voiceViewOf } from "./library-view.ts";

/** The columns of a task that a gateway client may learn of. */
export const VIEW_COLUMNS = {
  id: true,
  kind: true,
  modelName: true,
  askedModel: true,
  externalTaskId: true,
  status: true,
  progress: true,
  failure: true,
  result: true,
  settledUnits: true,
  createdAt: true,
  updatedAt: true,
  finishedAt: true,
  outputs: {
    select: {
      id: true,
      label: true,
      assetId: true,
      durationSeconds: true,
      asset: { select: { widthPx: true, heightPx: true } },
    },
    orderBy: { position: "asc" },
  },
  elements: true,
  voices: true,
} as const satisfies Prisma.TaskSelect;

export type GatewayTaskRow = Prisma.TaskGetPayload<{ select: typeof VIEW_COLUMNS }>;

export type LinkTo = (assetId: string) => string;

/** `linkTo` makes the absolute address of an output's file. */
export function taskViewOf(row: GatewayTaskRow, linkTo: LinkTo): TaskView {
  const status = viewStatusOf(row.status as TaskStatus); // the column holds nothing else; transitions.ts is the only writer
  const [element] = row.elements;
  const [voice] = row.voices;
  return {
    id: row.id,
    kind: row.kind as TaskKind, // written from a checked request
    askedModel: row.askedModel ?? row.modelName,
    externalTaskId: row.externalTaskId ?? undefined,
    status,
    statusMessage: status === "failed" ? failureMessageOf(row) : undefined,
    progress: row.progress,
    createdAtMs: row.createdAt.getTime(),
    updatedAtMs: row.updatedAt.getTime(),
    finishedAtMs: row.finishedAt?.getTime(),
    outputs: row.outputs.flatMap((output) => outputViewOf(output, linkTo)),
    result: (row.result as TaskResult | null) ?? undefined, // written by the worker from a provider's answer
    element: element && elementViewOf(element, linkTo),
    voice: voice && voiceViewOf(voice, linkTo),
    unitsDeducted: row.settledUnits?.toString(),
  };
}

/**
 * Kling knows four states. What waits with us has been submitted as far as its client can tell; what we are still archiving, or
 * what a person must decide on, is being processed.
 */
export function viewStatusOf(status: TaskStatus): TaskViewStatus {
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

function failureMessageOf(row: Pick<GatewayTaskRow, "status" | "failure">): string {
  if (row.status === "canceled") return "The task was canceled before it started";
  const { failure } = row;
  const message =
    typeof failure === "object" && failure !== null && "message" in failure ? failure.message : undefined;
  return typeof message === "string" ? message : "The task failed";
}

function outputViewOf(output: GatewayTaskRow["outputs"][number], linkTo: LinkTo): OutputView[] {
  if (output.assetId === null) return [];
  return [
    {
      id: output.id,
      label: output.label as OutputLabel, // written from a provider's answer of this type
      url: linkTo(output.assetId),
      durationSeconds: output.durationSeconds === null ? undefined : String(output.durationSeconds),
      widthPx: output.asset?.widthPx ?? undefined,
      heightPx: output.asset?.heightPx ?? undefined,
    },
  ];
}
