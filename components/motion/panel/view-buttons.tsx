"use client";

import { Maximize, ZoomIn, ZoomOut } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { BrushSession } from "../session/brush-session.ts";
import { useZoomPercent } from "../session/use-brush-session.ts";

type Props = { session: BrushSession; className?: string };

/** How near the picture is. */
export function ViewButtons({ session, className }: Props) {
  const zoomPercent = useZoomPercent(session);
  const t = useTranslations("motion.view");
  return (
    <fieldset className={classNames("flex items-center", className)}>
      <legend className="sr-only">{t("label")}</legend>
      <IconButton label={t("farther")} onClick={() => session.dispatch({ type: "show", what: "farther" })}>
        <ZoomOut aria-hidden />
      </IconButton>
      <Button
        variant="ghost"
        data-tooltip={t("actual")}
        aria-label={`${t("actual")} (${t("value", { percent: zoomPercent })})`}
        onClick={() => session.dispatch({ type: "show", what: "actual-size" })}
        className="w-14 px-0 tabular-nums"
      >
        {t("value", { percent: zoomPercent })}
      </Button>
      <IconButton label={t("nearer")} onClick={() => session.dispatch({ type: "show", what: "nearer" })}>
        <ZoomIn aria-hidden />
      </IconButton>
      <IconButton label={t("all")} onClick={() => session.dispatch({ type: "show", what: "all" })}>
        <Maximize aria-hidden />
      </IconButton>
    </fieldset>
  );
}
