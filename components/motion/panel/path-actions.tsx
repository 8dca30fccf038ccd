"use client";

import { ArrowLeftRight, RouteOff, Waves } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { Path } from "#lib/motion/document.ts";
import type { Region } from "#lib/motion/labels.ts";
import { reversed, smoothed } from "#lib/motion/path/edit-path.ts";
import { pathFromDrawing, tidyPath } from "#lib/motion/path/tidy-path.ts";
import type { BrushSession } from "../session/brush-session.ts";

type Props = { session: BrushSession; region: Region; path: Path };

/** What can be done to a whole way at once. */
export function PathActions({ session, region, path }: Props) {
  const t = useTranslations("motion.path");
  const { size } = session.history.document;
  const set = (next: Path | null) =>
    next !== null &&
    session.dispatch({ type: "operate", operations: [{ type: "path", region, path: next }] });
  return (
    <fieldset className="flex items-center border-line border-l pl-1">
      <legend className="sr-only">{t("label")}</legend>
      <IconButton label={t("reverse")} onClick={() => set(tidyPath(reversed(path), size))}>
        <ArrowLeftRight aria-hidden />
      </IconButton>
      <IconButton label={t("smooth")} onClick={() => set(pathFromDrawing(smoothed(path), size))}>
        <Waves aria-hidden />
      </IconButton>
      <IconButton label={t("remove")} onClick={() => set([])}>
        <RouteOff aria-hidden />
      </IconButton>
    </fieldset>
  );
}
