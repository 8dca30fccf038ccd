"use client";

import { lazy, type ReactNode, Suspense } from "react";
import { useTranslations } from "use-intl/react";
import { classNames } from "#components/ui/class-names.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { TakeStrip } from "./take-strip.tsx";

/** Loaded with the first order: a page that has just been opened shows none. */
const TakeView = lazy(async () => ({ default: (await import("./take-view.tsx")).TakeView }));

type Props = {
  /** What is shown while no take is: the frames, or where to begin. */
  workbench: ReactNode;
  workbenchLabel: string;
  takeIds: readonly string[];
  /** The take on stage; null shows the workbench. */
  shownId: string | null;
  onShow: (taskId: string | null) => void;
  onUseSettings: (taskId: string) => void;
  onRetried: (taskId: string) => void;
  isDropTarget: boolean;
  /** What lies on it decides how high it is on a phone. */
  bench: keyof typeof PHONE_HEIGHTS;
};

const PHONE_HEIGHTS = {
  // Several pictures at once need more room than a clip does.
  take: "max-lg:aspect-[4/3] max-lg:has-[[data-several]]:aspect-[4/5]",
  frames: "max-lg:min-h-[max(78vw,21rem)]",
  canvas: "max-lg:h-[max(21rem,54dvh)]",
  panel: "",
} as const;

/** The middle of the screen: the person's pictures or the newest takes, and below them all takes of this session. */
export function Stage(props: Props) {
  const {
    workbench,
    workbenchLabel,
    takeIds,
    shownId,
    onShow,
    onUseSettings,
    onRetried,
    isDropTarget,
    bench,
  } = props;
  const t = useTranslations("create.stage");
  return (
    <section aria-label={t("label")} className="flex min-h-0 min-w-0 flex-col gap-3 lg:flex-1">
      <div
        className={classNames(
          "relative flex min-h-0 flex-1 items-stretch overflow-hidden rounded-xl bg-stage max-lg:flex-none",
          PHONE_HEIGHTS[shownId === null ? bench : "take"],
          isDropTarget && "outline-2 outline-accent outline-dashed -outline-offset-4",
        )}
      >
        {shownId === null ? (
          workbench
        ) : (
          <Suspense fallback={<Skeleton className="m-4 flex-1" />}>
            <TakeView taskId={shownId} {...{ onUseSettings, onRetried }} />
          </Suspense>
        )}
      </div>
      <TakeStrip {...{ takeIds, shownId, onShow, workbenchLabel }} />
    </section>
  );
}
