import { mutationOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import type { ArchiveRadar } from "#lib/contract/archive.ts";
import type { StreamFrame } from "#lib/contract/events.ts";
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

/** What happens to a task that may bring it onto the radar, change what is told of it, or take it off. */
const TELLING = [
  "archive_delayed",
  "archive_alarm",
  "fetching_again",
  "succeeded",
  "failed",
  "trashed",
  "restored",
];

/** The radar on screen is read again when an event says that it changed. */
export function refreshRadar(client: QueryClient, { event }: StreamFrame): void {
  if (TELLING.includes(event.type)) void client.invalidateQueries({ queryKey: RADAR });
}

/** Has the files of a finished task fetched at once; nothing is ordered. */
export const fetchAgainMutation = () =>
  mutationOptions({
    mutationKey: ["tasks", "fetch-again"],
    mutationFn: ({ id }: Pick<TaskSummary, "id">) =>
      callApi<TaskSummary>("POST", `/api/tasks/${id}/fetch-again`),
    onSuccess: (task, _call, _before, { client }) => placePicture(client, task),
    onSettled: (_task, _error, _call, _before, { client }) => client.invalidateQueries({ queryKey: RADAR }),
  });
