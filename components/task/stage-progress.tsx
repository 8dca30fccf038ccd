"use client";

import { useTranslations } from "use-intl/react";
import { Progress } from "#components/ui/progress.tsx";
import { useProgressWords } from "#components/ui/task/use-progress-words.ts";
import { useUnits } from "#components/ui/task/use-units.ts";
import { useWords } from "#components/ui/use-words.ts";
import { assetUrl } from "#lib/client/assets.ts";
import { isClipRequest } from "#lib/client/clip-request.ts";
import { STATUS_NAMES } from "#lib/client/task-words.ts";
import type { TaskDetail } from "#lib/contract/tasks.ts";
import { type ImageSize, outputSpec } from "#lib/kling/output.ts";

/** The clip's place while it is made, already in the shape that it will have. */
export function StageProgress({ task }: { task: TaskDetail }) {
  const t = useTranslations("task");
  const words = useWords();
  const units = useUnits();
  const progress = useProgressWords(task);
  const source = task.inputs.find(({ mime }) => !mime.startsWith("audio/"));
  const { widthPx, heightPx } = shapeOf(task);
  return (
    <div
      className="relative isolate mx-auto flex max-h-[72dvh] min-h-64 w-full flex-col items-center justify-center overflow-hidden rounded-xl border border-line bg-stage p-6 text-center shadow-card"
      style={{ aspectRatio: `${widthPx} / ${heightPx}` }}
    >
      {source && (
        // biome-ignore lint/performance/noImgElement: stills are made to size; the optimizer is off on purpose
        <img
          src={assetUrl(source.assetId, "poster")}
          alt=""
          className="absolute inset-0 -z-10 size-full scale-105 object-cover opacity-25 blur-sm"
        />
      )}
      <div className="w-full max-w-sm" aria-live="polite">
        <p className="text-lg font-semibold">{words(STATUS_NAMES[task.status])}</p>
        <p className="mt-1 min-h-5 text-sm text-muted">{progress.words}</p>
      </div>
      <Progress label={progress.words} value={progress.share} className="mt-5 w-full max-w-sm" />
      <p className="mt-5 max-w-sm text-xs text-muted text-pretty">{t("youMayLeave")}</p>
      {isAtProvider(task) && (
        <p className="mt-1 max-w-sm text-xs text-muted text-pretty">
          {task.priceUnits === null
            ? t("cannotStopUnpriced")
            : t("cannotStop", { units: units(task.priceUnits) })}
        </p>
      )}
    </div>
  );
}

/** No provider documents a way to stop what it has accepted. */
function isAtProvider({ status }: TaskDetail): boolean {
  return status === "submitted" || status === "processing";
}

/** Of other kinds than clips the stage does not know the measures before they are there. */
function shapeOf({ request, inputs }: TaskDetail): ImageSize {
  return isClipRequest(request) ? outputSpec(request, inputs[0]) : { widthPx: 16, heightPx: 9 };
}
