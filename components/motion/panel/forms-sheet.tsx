"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Sheet } from "#components/ui/dialog.tsx";
import type { BrushSession } from "../session/brush-session.ts";
import type { BrushView } from "../session/brush-view.ts";
import { PathForm } from "./path-form.tsx";
import { RegionChips, useLabelState } from "./region-chips.tsx";
import { ShapeForm } from "./shape-form.tsx";

type Props = { session: BrushSession; view: BrushView; open: boolean; onOpenChange: (open: boolean) => void };

/** Areas and ways without a pointer. */
export function FormsSheet({ session, view, open, onOpenChange }: Props) {
  const t = useTranslations("motion.forms");
  const stateOf = useLabelState(view);
  const { widthPx, heightPx } = view.size;
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      title={t("title")}
      description={t("text", { width: widthPx, height: heightPx })}
      footer={
        <Button variant="primary" onClick={() => onOpenChange(false)}>
          {t("close")}
        </Button>
      }
    >
      <div className="flex flex-col gap-5">
        <div>
          <RegionChips session={session} view={view} className="flex-wrap" />
          <p role="status" className="mt-2 text-sm text-muted">
            {stateOf(view.label)}
          </p>
        </div>
        <section>
          <h3 className="mb-2 font-medium">{t("area")}</h3>
          <ShapeForm session={session} view={view} />
        </section>
        <section>
          <h3 className="mb-2 font-medium">{t("movement")}</h3>
          <PathForm session={session} view={view} />
        </section>
      </div>
    </Sheet>
  );
}
