"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useCallback } from "react";
import { useTranslations } from "use-intl/react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { useTaskActions } from "#components/ui/task/use-task-actions.ts";
import { taskListQuery } from "#lib/client/tasks.ts";
import { can, type Principal } from "#lib/contract/permissions.ts";
import { AdoptButton } from "./adopt-button.tsx";
import type { Account } from "./adopt-dialog.tsx";
import { ArchiveRadar } from "./archive-radar.tsx";
import { GalleryFilters } from "./gallery-filters.tsx";
import { GallerySkeleton } from "./gallery-skeleton.tsx";
import { NothingHere } from "./nothing-here.tsx";
import { TaskGrid } from "./task-grid.tsx";
import { useTaskFilter } from "./use-task-filter.ts";

type Props = {
  principal: Principal & { kind: "member" };
  /** The team's own accounts, on which tasks may have been made elsewhere. */
  accounts: readonly Account[];
};

/** Every task of the team, newest first, as it happens. */
export function GalleryScreen({ principal, accounts }: Props) {
  const t = useTranslations("gallery");
  const { filter, change } = useTaskFilter();
  const query = useInfiniteQuery(taskListQuery(filter));
  const actions = useTaskActions(principal);
  const { fetchNextPage } = query;
  const loadMore = useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage]);
  const tasks = query.data?.pages.flatMap((page) => page.tasks) ?? [];
  const mayCreate = can(principal, "task.create");

  return (
    <div className="mx-auto w-full max-w-[110rem] px-4 pt-5 pb-10 sm:px-6 lg:px-8">
      <div className="flex items-center justify-between gap-4">
        <h1 className="text-2xl font-semibold tracking-tight">{t(filter.trash ? "trashTitle" : "title")}</h1>
        <div className="flex items-center gap-2">
          {can(principal, "task.adopt") && <AdoptButton accounts={accounts} />}
          {mayCreate && (
            <ButtonLink href="/create" variant="primary" icon={<Plus aria-hidden />}>
              {t("newClip")}
            </ButtonLink>
          )}
        </div>
      </div>
      {filter.trash === undefined && <ArchiveRadar principal={principal} />}
      <GalleryFilters filter={filter} onChange={change} ownUserId={principal.userId} />
      {query.isPending && <GallerySkeleton />}
      {query.isError && tasks.length === 0 && (
        <ErrorState problem={query.error} title={t("loadFailed")} onRetry={() => void query.refetch()} />
      )}
      {query.isSuccess && tasks.length === 0 && !query.hasNextPage && (
        <NothingHere filter={filter} mayCreate={mayCreate} onClear={() => change({})} />
      )}
      {(tasks.length > 0 || query.hasNextPage) && (
        <TaskGrid
          key={JSON.stringify(filter)}
          tasks={tasks}
          actions={actions}
          hasMore={query.hasNextPage}
          isLoadingMore={query.isFetchingNextPage}
          onWantMore={loadMore}
        />
      )}
      {query.isFetchNextPageError && (
        <ErrorState problem={query.error} title={t("moreFailed")} onRetry={loadMore} />
      )}
      {query.isFetchingNextPage && <GallerySkeleton />}
      {tasks.length > 0 && !query.hasNextPage && (
        <p className="pt-10 text-center text-xs text-faint">{t("end")}</p>
      )}
    </div>
  );
}
