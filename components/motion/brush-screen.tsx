"use client";

import { ChevronDown, ChevronUp, Clapperboard, Keyboard, Maximize2, Paintbrush } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { BrushAnimatic } from "./animatic/brush-animatic.tsx";
import type { BrushCanvasProps } from "./brush-canvas-props.ts";
import { BrushOptions } from "./panel/brush-options.tsx";
import { FormsSheet } from "./panel/forms-sheet.tsx";
import { HintBubble } from "./panel/hint-bubble.tsx";
import { HistoryButtons } from "./panel/history-buttons.tsx";
import { useBrushKeys } from "./panel/keys.ts";
import { LiveRegion } from "./panel/live-region.tsx";
import { MakingBar } from "./panel/making-bar.tsx";
import { RegionActions } from "./panel/region-actions.tsx";
import { RegionChips } from "./panel/region-chips.tsx";
import { TipsButton } from "./panel/tips-button.tsx";
import { ToolBar } from "./panel/tool-bar.tsx";
import { ViewButtons } from "./panel/view-buttons.tsx";
import type { AutoSelectLink } from "./session/auto-selecting.ts";
import type { BrushSession } from "./session/brush-session.ts";
import { useBrushView } from "./session/use-brush-session.ts";
import { useTips } from "./session/use-tips.ts";
import { CanvasStage } from "./stage/canvas-stage.tsx";
import { useExpanded } from "./use-expanded.ts";

type Props = BrushCanvasProps & {
  session: BrushSession;
  link: AutoSelectLink | null;
  isKept: boolean;
  /** The picture's element once its pixels can be read. */
  image: HTMLImageElement | null;
  onPicture: (picture: HTMLImageElement) => void;
};

/**
 * Tools above the picture, regions below it. On a phone the picture is looked at in the form and worked on over the
 * whole screen, with everything at the bottom, where the thumb is.
 */
export function BrushScreen(props: Props) {
  const { picture, image, seconds, animaticActions, onCamera, session, link, isKept, onPicture } = props;
  const t = useTranslations("motion");
  const view = useBrushView(session);
  const tips = useTips(session);
  const root = useRef<HTMLElement>(null);
  const [isExpanded, setExpanded] = useExpanded(root);
  const [hasAll, setAll] = useState(false);
  const [isFormOpen, openForm] = useState(false);
  const [isAnimaticOpen, openAnimatic] = useState(false);
  useBrushKeys(session);
  const onlyAtWork = isExpanded ? undefined : "max-sm:hidden";

  return (
    <section
      ref={root}
      aria-label={t("label")}
      onKeyDown={(event) => {
        // What the tools had no use for leads out.
        const isHere = event.target instanceof Node && event.currentTarget.contains(event.target);
        if (isHere && event.key === "Escape" && !event.defaultPrevented) setExpanded(false);
      }}
      className={classNames(
        "flex min-h-0 min-w-0 flex-col bg-surface",
        isExpanded
          ? "fixed inset-0 z-35 pt-[env(safe-area-inset-top)] pb-[env(safe-area-inset-bottom)]"
          : "relative flex-1",
      )}
    >
      <div className={classNames("order-1 @container", onlyAtWork)}>
        <div
          className={classNames(
            "flex items-center gap-1 px-1.5 sm:border-line sm:border-b sm:py-1",
            "max-sm:justify-between max-sm:py-1",
          )}
        >
          {isExpanded && (
            <Button variant="primary" size="sm" onClick={() => setExpanded(false)} className="sm:order-last">
              {t("screen.done")}
            </Button>
          )}
          <ToolBar session={session} view={view} className="max-sm:hidden" />
          <span className="flex-1 max-sm:hidden" />
          <HistoryButtons session={session} view={view} className="max-sm:hidden" />
          {/* In a narrow form there is no room beside the tools; wheel and fingers zoom there too. */}
          <div className={isExpanded ? undefined : "hidden @min-[46rem]:block"}>
            <ViewButtons session={session} />
          </div>
          {!isExpanded && (
            <IconButton
              label={t("screen.expand")}
              data-expands
              onClick={() => setExpanded(true)}
              className="max-sm:hidden"
            >
              <Maximize2 aria-hidden />
            </IconButton>
          )}
        </div>
      </div>
      <div className="relative order-2 flex min-h-0 flex-1 flex-col">
        <CanvasStage
          {...{ picture, session, onPicture }}
          className={classNames("flex-1", view.tool === "hand" ? "cursor-grab" : "cursor-crosshair")}
        />
        <MakingBar session={session} view={view} link={link} />
        <HintBubble session={session} />
        {isExpanded && (
          <HistoryButtons
            session={session}
            view={view}
            isOverPicture
            className="absolute right-3 bottom-3 sm:hidden"
          />
        )}
        {!isExpanded && (
          <button
            type="button"
            data-expands
            onClick={() => setExpanded(true)}
            className="absolute inset-0 flex flex-col items-center justify-end gap-1 bg-linear-to-t from-black/65 to-transparent p-4 text-center text-white sm:hidden"
          >
            <span className="inline-flex min-h-11 items-center gap-2 rounded-md bg-accent px-4 font-medium text-on-accent text-sm">
              <Paintbrush aria-hidden className="size-4" />
              {t("screen.open")}
            </span>
            <span className="text-xs">{t("screen.openHint")}</span>
          </button>
        )}
        {isAnimaticOpen && image !== null && (
          <BrushAnimatic
            {...{ session, image, seconds }}
            actions={animaticActions}
            onClose={() => openAnimatic(false)}
          />
        )}
      </div>
      <div
        className={classNames(
          "order-3 flex flex-col gap-1 border-line border-t px-2 py-1.5 max-sm:max-h-[55dvh] max-sm:overflow-y-auto",
          onlyAtWork,
        )}
      >
        {!isKept && <Notice tone="warning">{t("notKept")}</Notice>}
        <div className="flex flex-wrap items-center gap-1">
          <RegionChips
            session={session}
            view={view}
            className="-my-1 overflow-x-auto py-1 max-sm:basis-full"
          />
          <span className="flex-1 max-sm:hidden" />
          <ToolBar
            session={session}
            view={view}
            className={classNames(
              "sm:hidden",
              hasAll ? "basis-full flex-wrap" : "min-w-0 flex-1 overflow-x-auto",
            )}
          />
          <TipsButton tips={tips} onCamera={onCamera} />
          <IconButton
            label={t("animatic.open")}
            aria-pressed={isAnimaticOpen}
            disabled={image === null}
            onClick={() => openAnimatic(!isAnimaticOpen)}
          >
            <Clapperboard aria-hidden />
          </IconButton>
          <IconButton label={t("forms.open")} onClick={() => openForm(true)}>
            <Keyboard aria-hidden />
          </IconButton>
          <IconButton
            label={t(hasAll ? "screen.less" : "screen.more")}
            aria-expanded={hasAll}
            onClick={() => setAll(!hasAll)}
          >
            {hasAll ? <ChevronDown aria-hidden /> : <ChevronUp aria-hidden />}
          </IconButton>
        </div>
        {hasAll && <BrushOptions session={session} view={view} className="px-1" />}
        <RegionActions
          session={session}
          view={view}
          className={classNames("px-1", !hasAll && "max-sm:hidden")}
        />
      </div>
      <FormsSheet session={session} view={view} open={isFormOpen} onOpenChange={openForm} />
      <LiveRegion session={session} />
    </section>
  );
}
