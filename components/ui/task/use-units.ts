"use client";

import { useFormatter, useTranslations } from "use-intl/react";

/** Units as people read them: "1.8 units". */
export function useUnits(): (count: number) => string {
  const t = useTranslations("task");
  const format = useFormatter();
  return (count) => t("cost.units", { count: format.number(count, { maximumFractionDigits: 2 }) });
}
