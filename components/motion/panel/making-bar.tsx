"use client";

import { useSyncExternalStore } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Slider } from "#components/ui/slider.tsx";
import type { AutoSelectLink } from "../session/auto-selecting.ts";
import type { BrushSession } from "../session/brush-session.ts";
import type { BrushView } from "../session/brush-view.ts";

type Props = { session: BrushSession; view: BrushView; link: AutoSelectLink | null };

/** For what is not done with one stroke: how it goes on, how it ends, and a way out. For fingers as for keys. */
export function MakingBar({ session, view, link }: Props) {
  const t = useTranslations("motion.making");
  if (view.tool === "wand" && link !== null) return <SelectBar {...{ session, view, link }} />;
  if (view.making !== "polygon" && view.making !== "path") return null;
  return (
    <Bar>
      <p className="min-w-0 flex-1 basis-48">{t(view.making)}</p>
      <Button size="sm" onClick={() => press(session, "Escape")}>
        {t("cancel")}
      </Button>
      <Button size="sm" variant="primary" onClick={() => press(session, "Enter")}>
        {t("finish")}
      </Button>
    </Bar>
  );
}

function SelectBar({ session, view, link }: Props & { link: AutoSelectLink }) {
  const t = useTranslations("motion.making");
  const selecting = useSyncExternalStore(link.subscribe, link.read, link.read);
  const tolerance = useSyncExternalStore(link.subscribe, link.tolerance, link.tolerance);
  if (selecting.step === "died")
    return (
      <Bar>
        <p role="alert" className="min-w-0 flex-1 basis-48">
          <span className="font-medium">{t("died")}</span> {t("diedNext")}
        </p>
        <Button size="sm" onClick={link.restart}>
          {t("again")}
        </Button>
      </Bar>
    );
  const isSelecting = view.making === "selection";
  return (
    <Bar>
      <p role="status" className="min-w-0 flex-1 basis-48">
        {selecting.step === "preparing"
          ? t("preparing", { percent: Math.round(selecting.share * 100) })
          : t("select")}
      </p>
      {isSelecting && (
        <>
          <Slider
            label={t("tolerance")}
            value={tolerance}
            min={1}
            max={30}
            step={1}
            onValueChange={link.setTolerance}
            className="w-36"
          />
          <Button size="sm" onClick={() => press(session, "Escape")}>
            {t("cancel")}
          </Button>
          <Button size="sm" variant="primary" onClick={() => press(session, "Enter")}>
            {t("apply")}
          </Button>
        </>
      )}
    </Bar>
  );
}

function Bar({ children }: { children: React.ReactNode }) {
  const t = useTranslations("motion.making");
  return (
    <section
      aria-label={t("label")}
      className="absolute inset-x-2 top-2 mx-auto flex w-fit max-w-[calc(100%-1rem)] flex-wrap items-center gap-2 rounded-lg bg-raised/95 px-3 py-2 text-sm shadow-raised"
    >
      {children}
    </section>
  );
}

function press(session: BrushSession, key: "Enter" | "Escape"): void {
  session.dispatch({ type: "key-down", key, modifiers: { shift: false, alt: false, control: false } });
}
