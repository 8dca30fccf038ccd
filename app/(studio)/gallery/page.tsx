import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { GalleryScreen } from "#components/gallery/gallery-screen.tsx";
import { RefusedNotice } from "#components/ui/task/refused-notice.tsx";
import { makeQueryClient } from "#lib/client/query-client.ts";
import { parseTaskFilter } from "#lib/client/task-filter.ts";
import { TASKS_PER_PAGE, taskListQuery } from "#lib/client/tasks.ts";
import { listChoices } from "#lib/connections/list-choices.ts";
import { can } from "#lib/contract/permissions.ts";
import { AreaMessages } from "#lib/i18n/area-messages.tsx";
import { getTranslator } from "#lib/i18n/get-translator.ts";
import { listTasks } from "#lib/tasks/list-tasks.ts";
import { refusedConnections } from "#lib/tasks/refused-connections.ts";
import { principalOf } from "#lib/teams/viewer.ts";
import { readFeedPosition } from "../../read-feed-position.ts";
import { requireMember } from "../../read-viewer.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator("gallery");
  return { title: t("title") };
}

/** The first page of clips comes with the document; everything after it is the browser's business. */
export default async function GalleryPage({ searchParams }: Props) {
  const { user, membership } = await requireMember();
  await readFeedPosition(membership.teamId);
  const caller = principalOf(user.id, membership);
  const filter = parseTaskFilter(singleValues(await searchParams));
  const client = makeQueryClient();
  await client.prefetchInfiniteQuery({
    ...taskListQuery(filter),
    queryFn: () => listTasks({ caller, ...filter, limit: TASKS_PER_PAGE }),
    retry: false,
  });
  return (
    <AreaMessages areas={["gallery", "task"]}>
      <HydrationBoundary state={dehydrate(client)}>
        <RefusedNotice
          refused={await refusedConnections(membership.teamId)}
          mayManage={can(caller, "connection.manage")}
          className="mx-auto w-full max-w-[110rem] px-4 pt-4 sm:px-6 lg:px-8"
        />
        <GalleryScreen principal={caller} accounts={await accountsOf(membership.teamId)} />
      </HydrationBoundary>
    </AreaMessages>
  );
}

/** Connections to accounts of the team's own; the sandbox has none. */
async function accountsOf(teamId: string) {
  const choices = await listChoices(teamId);
  return choices.filter(({ isPractice }) => !isPractice).map(({ id, name }) => ({ id, name }));
}

function singleValues(params: Awaited<Props["searchParams"]>): URLSearchParams {
  const single = Object.entries(params).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : [],
  );
  return new URLSearchParams(single);
}
