import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { TaskScreen } from "#components/task/task-screen.tsx";
import { makeQueryClient } from "#lib/client/query-client.ts";
import { taskQuery } from "#lib/client/tasks.ts";
import { AreaMessages } from "#lib/i18n/area-messages.tsx";
import { getTranslator } from "#lib/i18n/get-translator.ts";
import { AppError } from "#lib/shared/errors.ts";
import { getTask } from "#lib/tasks/get-task.ts";
import { principalOf } from "#lib/teams/viewer.ts";
import { readFeedPosition } from "../../../read-feed-position.ts";
import { requireMember } from "../../../read-viewer.ts";

type Props = { params: Promise<{ taskId: string }> };

const TITLE_CHARACTERS = 60;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { prompt } = await readTask((await params).taskId);
  const t = await getTranslator("task");
  return { title: prompt.slice(0, TITLE_CHARACTERS) || t("title") };
}

export default async function TaskPage({ params }: Props) {
  const { user, membership } = await requireMember();
  const task = await readTask((await params).taskId);
  const client = makeQueryClient();
  client.setQueryData(taskQuery(task.id).queryKey, task);
  return (
    <AreaMessages areas={["task"]}>
      <HydrationBoundary state={dehydrate(client)}>
        <TaskScreen taskId={task.id} principal={principalOf(user.id, membership)} />
      </HydrationBoundary>
    </AreaMessages>
  );
}

/** Once per request, for the title and the page. Another team's task does not exist. */
const readTask = cache(async (taskId: string) => {
  const { user, membership } = await requireMember();
  await readFeedPosition(membership.teamId);
  try {
    return await getTask({ caller: principalOf(user.id, membership), taskId });
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
});
