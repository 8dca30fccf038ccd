"use client";

import { ArrowUpRight, Download, SlidersHorizontal } from "lucide-react";
import { lazy, Suspense } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { assetUrl } from "#lib/client/assets.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import { isClipKind } from "#lib/kling/task-kinds.ts";
import { TakeProgress } from "./take-progress.tsx";
import { useTake } from "./use-take.ts";

/** Pictures and sounds, which the clips' own screen never makes. */
const TakeResult = lazy(async () => ({ default: (await import("./take-result.tsx")).TakeResult }));

/** Carries the words for every business code; most takes never need it. */
const TakeFailure = lazy(async () => ({ default: (await import("./take-failure.tsx")).TakeFailure }));

type Props = {
  taskId: string;
  onUseSettings: (taskId: string) => void;
  onRetried: (taskId: string) => void;
};

/** One take, large: how far it is, the clip itself, or what went wrong. */
export function TakeView({ taskId, onUseSettings, onRetried }: Props) {
  const { task, problem, reload } = useTake(taskId);
  const t = useTranslations("create.take");
  if (task === undefined && problem !== null)
    return <ErrorState problem={problem} onRetry={reload} className="m-auto" />;
  if (task === undefined) return <Skeleton className="m-4 flex-1" />;
  return (
    <article aria-label={t("label")} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div className="relative flex min-h-0 flex-1 items-center justify-center">
        <TakeBody task={task} onRetried={onRetried} />
      </div>
      <footer className="flex flex-wrap items-center justify-end gap-1 border-t border-line bg-surface/60 px-2 py-1.5">
        <p className="min-w-0 flex-1 truncate px-1.5 text-sm text-muted max-sm:hidden">{task.prompt}</p>
        <Button
          variant="ghost"
          size="sm"
          icon={<SlidersHorizontal aria-hidden />}
          onClick={() => onUseSettings(taskId)}
        >
          {t("useSettings")}
        </Button>
        {task.output && !hasSeveralPictures(task) && (
          <a
            href={assetUrl(task.output.assetId, "download")}
            download
            className={buttonStyle({ variant: "ghost", size: "sm" })}
          >
            <Download aria-hidden />
            {t("download")}
          </a>
        )}
        <ButtonLink href={`/tasks/${taskId}`} variant="ghost" size="sm" icon={<ArrowUpRight aria-hidden />}>
          {t("open")}
        </ButtonLink>
      </footer>
    </article>
  );
}

/** Each of them is saved by itself. */
function hasSeveralPictures({ output, outputCount }: TaskSummary): boolean {
  return outputCount > 1 && output?.mime.startsWith("image/") === true;
}

function TakeBody({ task, onRetried }: { task: TaskSummary } & Pick<Props, "onRetried">) {
  switch (task.status) {
    case "succeeded":
      if (task.output?.mime.startsWith("video/") || isClipKind(task.kind)) return <Clip task={task} />;
      return (
        <Suspense>
          <TakeResult task={task} />
        </Suspense>
      );
    case "failed":
    case "canceled":
    case "unknown":
      return (
        <Suspense>
          <TakeFailure task={task} onRetried={onRetried} />
        </Suspense>
      );
    case "queued":
    case "submitting":
    case "submitted":
    case "processing":
    case "archiving":
      return <TakeProgress task={task} />;
  }
}

function Clip({ task }: { task: TaskSummary }) {
  const t = useTranslations("create.take");
  if (task.output === null) return <Skeleton className="absolute inset-4" />;
  const { assetId, widthPx, heightPx } = task.output;
  return (
    <video
      key={assetId}
      aria-label={t("clip", { prompt: task.prompt })}
      src={assetUrl(assetId, "content")}
      poster={assetUrl(assetId, "poster")}
      width={widthPx}
      height={heightPx}
      controls
      // Saving has its button below; a menu for it would take the clock's room on a phone.
      controlsList="nodownload noplaybackrate noremoteplayback"
      disablePictureInPicture
      loop
      muted
      autoPlay={!prefersStillness()}
      playsInline
      className="absolute inset-0 size-full object-contain"
    />
  );
}

function prefersStillness(): boolean {
  return typeof window !== "undefined" && window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
