"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Images, Music } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { ClipThumb } from "#components/ui/task/clip-thumb.tsx";
import { useWords } from "#components/ui/use-words.ts";
import { taskListQuery } from "#lib/client/tasks.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import type { ResultField } from "#lib/kling/forms/field.ts";
import type { KnownFile } from "#lib/kling/forms/form-files.ts";
import { TASK_KIND_NAMES } from "#lib/kling/kind-names.ts";

export type PickedResult = { readonly reference: string; readonly file: KnownFile };

type Props = {
  field: ResultField;
  onPicked: (result: PickedResult) => void;
  onClose: () => void;
};

/** Finished tasks whose first file may stand in the field. */
export function ResultPicker({ field, onPicked, onClose }: Props) {
  const t = useTranslations("create.media");
  const words = useWords();
  const list = useInfiniteQuery(taskListQuery({ status: "succeeded" }));
  const tasks = list.data?.pages.flatMap((page) => page.tasks) ?? [];
  const fit = tasks.filter((task) => fits(field, task));
  const about = { title: words(field.label), ...(field.hint && { description: words(field.hint) }) };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} {...about} size="lg">
      {list.isError && <ErrorState problem={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton className="h-64" />}
      {list.isSuccess && fit.length === 0 && !list.hasNextPage && (
        <EmptyState icon={<Images />} title={t("noResults")} className="min-h-64" />
      )}
      <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3">
        {fit.map((task) => (
          <li key={task.id}>
            <ResultTile
              task={task}
              onPick={(result) => {
                onPicked(result);
                onClose();
              }}
            />
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          className="mt-4 w-full"
          busy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t("more")}
        </Button>
      )}
    </Dialog>
  );
}

function ResultTile({ task, onPick }: { task: TaskSummary; onPick: (result: PickedResult) => void }) {
  const words = useWords();
  const { output, prompt, kind } = task;
  if (output === null) return null;
  const name = prompt || words(TASK_KIND_NAMES[kind]);
  const { id, assetId, mime, bytes, widthPx, heightPx, durationSeconds, fps, hasSound } = output;
  const file = { name, assetId, mime, bytes, widthPx, heightPx, durationSeconds, fps, hasSound };
  return (
    <button
      type="button"
      onClick={() => onPick({ reference: id, file })}
      className="flex w-full min-w-0 flex-col gap-1 rounded-md p-1 text-left text-sm hover:bg-hover"
    >
      {mime.startsWith("video/") ? (
        <ClipThumb {...{ assetId, widthPx, heightPx }} className="aspect-video w-full rounded-md" />
      ) : (
        <span className="flex aspect-video w-full items-center justify-center rounded-md bg-stage">
          <Music aria-hidden className="size-6 text-muted" />
        </span>
      )}
      <span className="truncate">{name}</span>
    </button>
  );
}

function fits({ media, madeBy, models }: ResultField, { output, kind, modelName }: TaskSummary): boolean {
  if (output?.mime.startsWith(`${media}/`) !== true || madeBy?.includes(kind) === false) return false;
  return models === undefined || modelName === "" || models.some((model) => model === modelName);
}
