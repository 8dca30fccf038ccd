"use client";

import { Lightbulb, X } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { BrushTip } from "#lib/motion/tips/brush-tips.ts";
import { useLabelName } from "./label-names.ts";

type Props = { tips: readonly BrushTip[]; onCamera?: (() => void) | undefined };

/** What is worth telling about the drawing: a number while one works, all of it when asked. */
export function TipsButton({ tips, onCamera }: Props) {
  const t = useTranslations("motion.tips");
  const id = useId();
  const words = useTipWords();
  const [isOpen, setOpen] = useState(false);
  if (tips.length === 0) return null;
  return (
    <div className="relative">
      <Button
        variant="ghost"
        icon={<Lightbulb aria-hidden />}
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={t("open", { count: tips.length })}
        data-tooltip={t("title")}
        onClick={() => setOpen(!isOpen)}
        className="px-2! tabular-nums"
      >
        {tips.length}
      </Button>
      {isOpen && (
        <section
          id={id}
          aria-label={t("title")}
          className="absolute right-0 bottom-full z-10 mb-2 w-80 max-w-[calc(100vw-1.5rem)] rounded-lg bg-raised p-3 text-sm shadow-raised max-sm:fixed max-sm:inset-x-3 max-sm:bottom-40 max-sm:w-auto"
        >
          <div className="-mt-1.5 -mr-1.5 flex items-center justify-between">
            <h3 className="font-medium">{t("title")}</h3>
            <IconButton label={t("close")} onClick={() => setOpen(false)}>
              <X aria-hidden />
            </IconButton>
          </div>
          <ul className="flex flex-col gap-2">
            {tips.map((tip) => (
              <li key={"region" in tip ? `${tip.code} ${tip.region}` : tip.code}>
                {words(tip)}
                {tip.code === "like-camera" && onCamera && (
                  <Button size="sm" onClick={onCamera} className="mt-1.5">
                    {t("camera")}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function useTipWords(): (tip: BrushTip) => string {
  const t = useTranslations("motion.tips");
  const nameOf = useLabelName();
  return (tip) => {
    switch (tip.code) {
      case "region-without-path":
      case "path-without-region":
      case "path-starts-outside":
        return t(tip.code, { name: nameOf(tip.region) });
      case "region-too-small":
        return t(tip.code, { name: nameOf(tip.region), pixels: tip.pixels });
      case "still-only":
        return t(tip.code);
      case "like-camera":
        return t(tip.code, { move: tip.move });
    }
  };
}
