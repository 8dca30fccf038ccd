"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { showToast } from "#components/ui/show-toast.ts";
import { assetUrl } from "#lib/client/assets.ts";
import { cancelTaskMutation } from "#lib/client/tasks.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import { mediaForm } from "#lib/kling/media.ts";
import { useProgressWords } from "./use-progress-words.ts";

/** A take under way: its first frame if it has one, what happens now, and when it will be done. */
export function TakeProgress({ task }: { task: TaskSummary }) {
  const t = useTranslations("create.take");
  const { headline, detail, share } = useProgressWords(task);
  const cancel = useMutation({
    ...cancelTaskMutation(),
    onError: () => showToast({ title: t("cancelFailed"), tone: "danger" }),
  });
  return (
    <>
      <FirstFrame task={task} />
      <div className="relative flex w-full max-w-sm flex-col gap-3 rounded-lg bg-surface/85 p-5 text-center shadow-raised backdrop-blur-md max-sm:mx-4 max-sm:p-4">
        <div role="status">
          <p className="font-medium">{headline}</p>
          <p className="mt-0.5 min-h-5 text-sm text-muted tabular-nums">{detail}</p>
        </div>
        <Progress label={headline} value={share} />
        {task.status === "queued" && (
          <Button
            size="sm"
            className="self-center"
            busy={cancel.isPending}
            onClick={() => cancel.mutate(task)}
          >
            {t("cancel")}
          </Button>
        )}
      </div>
    </>
  );
}

function FirstFrame({ task }: { task: TaskSummary }) {
  const image = task.request.kind === "image2video" ? task.request.image : undefined;
  if (image === undefined || mediaForm(image) !== "asset") return null;
  return (
    // biome-ignore lint/performance/noImgElement: people's own pictures never pass through the optimizer
    <img
      src={assetUrl(image, "content")}
      alt=""
      className="absolute inset-0 size-full scale-105 object-contain opacity-60 blur-sm"
    />
  );
}
