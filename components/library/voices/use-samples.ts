"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { taskListQuery } from "#lib/client/tasks.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import { sampleRequest, samplesOf } from "./samples.ts";

/** Samples that the team has made already, by voice: nobody pays twice for the same words. */
export function useSamples(
  connectionId: string | null,
  language: "zh" | "en",
): ReadonlyMap<string, TaskSummary> {
  const search = sampleRequest("", language).text;
  const { data } = useInfiniteQuery(taskListQuery({ kind: "tts", search }));
  const tasks = data?.pages.flatMap((page) => page.tasks) ?? [];
  return samplesOf(tasks, { connectionId, language });
}
