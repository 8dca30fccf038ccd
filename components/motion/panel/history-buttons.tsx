"use client";

import { Redo2, Undo2 } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { classNames } from "#components/ui/class-names.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { BrushSession } from "../session/brush-session.ts";
import type { BrushView } from "../session/brush-view.ts";

type Props = { session: BrushSession; view: BrushView; isOverPicture?: boolean; className?: string };

export function HistoryButtons({ session, view, isOverPicture, className }: Props) {
  const t = useTranslations("motion");
  const variant = isOverPicture ? "overlay" : "ghost";
  return (
    <div className={classNames("flex", isOverPicture && "gap-2", className)}>
      <IconButton
        label={t("undo")}
        variant={variant}
        aria-disabled={!view.canUndo}
        onClick={() => session.dispatch({ type: "undo" })}
      >
        <Undo2 aria-hidden />
      </IconButton>
      <IconButton
        label={t("redo")}
        variant={variant}
        aria-disabled={!view.canRedo}
        onClick={() => session.dispatch({ type: "redo" })}
      >
        <Redo2 aria-hidden />
      </IconButton>
    </div>
  );
}
