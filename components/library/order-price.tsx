"use client";

import { useFormatter, useTranslations } from "use-intl/react";
import { useWords } from "#components/ui/use-words.ts";
import type { ConnectionView } from "#lib/contract/connections.ts";
import { NO_FACTS } from "#lib/kling/kinds/kind.ts";
import { priceAt } from "#lib/kling/kinds/price/price-at.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";

type Props = { place: ConnectionView; request: TaskRequest };

/** What an order costs at a connection, before it is placed; never a guess. */
export function OrderPrice({ place, request }: Props) {
  const t = useTranslations("library.price");
  const format = useFormatter();
  const words = useWords();
  if (place.isPractice) return <span className="text-success-text text-sm">{t("practice")}</span>;
  const price = priceAt(request, { facts: NO_FACTS, book: place.priceBook });
  if (!price.known) return <span className="text-muted text-sm">{words(price.reason)}</span>;
  const units = format.number(price.units, { maximumFractionDigits: 4 });
  return (
    <span
      className="text-muted text-sm"
      data-tooltip={price.asOf === "" ? undefined : `${price.source}, ${price.asOf}`}
    >
      {t(price.uncertain ? "about" : "exact", { units })}
    </span>
  );
}
