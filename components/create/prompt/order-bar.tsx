"use client";

import { Sparkles } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import type { Price } from "#lib/kling/prices.ts";
import { PriceLine } from "./price-line.tsx";

type Props = {
  /** Of one take, at the chosen connection. */
  price: Price;
  takes: number;
  isPractice: boolean;
  isOnItsWay: boolean;
  onGenerate: () => void;
};

/** The price and the button; on a phone always within reach of the thumb. */
export function OrderBar({ price, takes, isPractice, isOnItsWay, onGenerate }: Props) {
  const t = useTranslations("create.order");
  return (
    <div className="flex items-center gap-3 max-lg:sticky max-lg:mt-auto max-lg:bottom-[calc(var(--tab-bar-height)+env(safe-area-inset-bottom))] max-lg:z-10 max-lg:-mx-4 max-lg:border-t max-lg:border-line max-lg:bg-surface/92 max-lg:px-4 max-lg:py-2.5 max-lg:backdrop-blur-md lg:border-t lg:border-line lg:px-4 lg:py-3">
      <div className="min-w-0 flex-1">
        <PriceLine {...{ price, takes, isPractice }} />
      </div>
      <span aria-hidden className="hidden items-center gap-1 lg:pointer-fine:flex">
        <Kbd>Ctrl</Kbd>
        <Kbd>↵</Kbd>
      </span>
      <Button
        variant="primary"
        size="lg"
        busy={isOnItsWay}
        icon={<Sparkles aria-hidden />}
        onClick={onGenerate}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        className="shrink-0"
      >
        {t("generate", { takes })}
      </Button>
    </div>
  );
}
