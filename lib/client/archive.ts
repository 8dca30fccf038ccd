import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { ArchiveRadar } from "#lib/contract/archive.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import { callApi } from "./api.ts";
import { placePicture } from "./task-cache.ts";

const RADAR = ["archive", "radar"] as const;
/** Tries go on without anybody here doing anything. */
const LOOK_EVERY_MS = 60_000;

/** What was made and paid for, and could not be saved so far. */
export const archiveRadarQuery = () =>
  queryOptions({
    queryKey: RADAR,
    queryFn: ({ signal }) => callApi<ArchiveRadar>("GET", "/api/archive/radar", { signal }),
    refetchInterval: LOOK_EVERY_MS,
  });

/** Has the files of a finished task fetched at once; nothing is ordered. */
export const fetchAgainMutation = () =>
  mutationOptions({
    mutationKey: ["tasks", "fetch-again"],
    mutationFn: ({ id }: Pick<TaskSummary, "id">) =>
      callApi<TaskSummary>("POST", `/api/tasks/${id}/fetch-again`),
    onSuccess: (task, _call, _before, { client }) => placePicture(client, task),
    onSettled: (_task, _error, _call, _before, { client }) => client.invalidateQueries({ queryKey: RADAR }),
  });
