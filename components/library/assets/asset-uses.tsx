"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl/react";
import { AppLink } from "#components/ui/app-link.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { RelativeTime } from "#components/ui/task/relative-time.tsx";
import { useWords } from "#components/ui/use-words.ts";
import { assetUsesQuery } from "#lib/client/asset-library.ts";
import { TASK_KIND_NAMES } from "#lib/kling/kind-names.ts";

/** The tasks that it went into or came out of. */
export function AssetUses({ assetId }: { assetId: string }) {
  const t = useTranslations("library.assets");
  const words = useWords();
  const { data, isPending } = useQuery(assetUsesQuery(assetId));
  return (
    <section aria-label={t("uses")} className="border-line border-t pt-2.5">
      <h3 className="text-muted text-xs">{t("uses")}</h3>
      {isPending && <Skeleton className="mt-2 h-10" />}
      {data && data.taskCount + data.elementCount === 0 && <p className="mt-0.5 text-sm">{t("unused")}</p>}
      {data && data.elementCount > 0 && (
        <p className="mt-0.5 text-sm">{t("elements", { count: data.elementCount })}</p>
      )}
      <ul className="mt-1 flex flex-col">
        {data?.tasks.map((task) => (
          <li key={task.id}>
            <AppLink
              href={`/tasks/${task.id}`}
              className="-mx-2 flex min-h-11 flex-col justify-center rounded-md px-2 py-1.5 transition-colors hover:bg-hover"
            >
              <span className="truncate text-sm">{task.prompt || words(TASK_KIND_NAMES[task.kind])}</span>
              <span className="truncate text-muted text-xs">
                {t(task.as === "output" ? "madeBy" : "wentInto", { kind: words(TASK_KIND_NAMES[task.kind]) })}
                {" · "}
                <RelativeTime iso={task.createdAt} />
              </span>
            </AppLink>
          </li>
        ))}
      </ul>
      {data && data.taskCount > data.tasks.length && (
        <p className="text-muted text-xs">{t("moreUses", { count: data.taskCount - data.tasks.length })}</p>
      )}
    </section>
  );
}
