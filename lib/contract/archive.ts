import { z } from "zod";
import { idSchema } from "./ids.ts";
import { defineOperation } from "./operation.ts";
import { taskSummarySchema } from "./tasks.ts";

/** Files that were made and paid for, and are not ours yet. */
const radarEntrySchema = z.object({
  taskId: idSchema("task"),
  prompt: z.string(),
  /** waiting = it is tried again by itself; unusable = given up, a person may have it fetched again. */
  state: z.enum(["waiting", "unusable"]),
  /** Files that came out, and those of them that are safe. */
  files: z.int(),
  filesSafe: z.int(),
  madeAt: z.iso.datetime(),
  /** When upstream deletes the first of them; null when it does not say. */
  dies: z.iso.datetime().nullable(),
  /** The last warning that was due: days since they were made. */
  alarmDays: z.int().nullable(),
  /** Attempts in a row that brought nothing. */
  tries: z.int(),
  nextTryAt: z.iso.datetime().nullable(),
  /** Of the last attempt: unreachable | bad | gone. */
  trouble: z.string().nullable(),
});

export const archiveRadarSchema = z.object({ entries: z.array(radarEntrySchema) });

export type RadarEntry = z.infer<typeof radarEntrySchema>;
export type ArchiveRadar = z.infer<typeof archiveRadarSchema>;

export const getArchiveRadarOperation = defineOperation({
  id: "getArchiveRadar",
  method: "GET",
  path: "/api/archive/radar",
  summary: "Finished files that could not be saved yet, those that upstream deletes first in front.",
  access: { kind: "member", action: "task.read" },
  response: archiveRadarSchema,
});

export const fetchAgainOperation = defineOperation({
  id: "fetchAgain",
  method: "POST",
  path: "/api/tasks/{taskId}/fetch-again",
  summary: "Fetch the files of a finished task once more; nothing is ordered and nothing is charged.",
  access: { kind: "member", action: "task.retry" },
  audit: { none: "costs nothing; the task's own history tells of it" },
  params: z.strictObject({ taskId: idSchema("task") }),
  response: taskSummarySchema,
});
