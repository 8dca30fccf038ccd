"use client";

import { useFormatter, useTranslations } from "use-intl/react";
import { useWords } from "#components/ui/use-words.ts";
import { OWN_PRICE } from "#lib/kling/price-book.ts";
import type { Price } from "#lib/kling/prices.ts";

type Props = {
  /** Of one take, at the chosen connection. */
  price: Price;
  takes: number;
  isPractice: boolean;
};

/** What the order will cost, before it is placed; never a guess. */
export function PriceLine({ price, takes, isPractice }: Props) {
  const t = useTranslations("create.price");
  const sum = usePriceText()(price, takes);
  const sourceText = ({ source, asOf }: { source: string; asOf: string }) =>
    source === OWN_PRICE ? t("ownSource") : t("source", { source, date: asOf });
  return (
    <p className="min-w-0 text-sm leading-5" aria-live="polite">
      {isPractice && <span className="block font-medium text-success-text">{t("practice")}</span>}
      <span
        className={isPractice ? "block text-xs text-muted" : "block font-medium"}
        data-tooltip={price.known ? sourceText(price) : undefined}
      >
        {isPractice ? t("official", { price: sum }) : sum}
      </span>
      {!isPractice && price.known && takes > 1 && (
        <span className="block text-xs text-muted">{t("perTake", { takes, units: price.units })}</span>
      )}
    </p>
  );
}

function usePriceText(): (price: Price, takes: number) => string {
  const t = useTranslations("create.price");
  const format = useFormatter();
  const words = useWords();
  return (price, takes) => {
    if (!price.known) return words(price.reason);
    const usd = format.number(price.usd * takes, { style: "currency", currency: "USD" });
    const units = Math.round(price.units * takes * 100) / 100;
    return t(price.uncertain ? "aboutUnits" : "units", { units, usd });
  };
}
