"use client";

import { useFormatter, useTranslations } from "use-intl/react";
import type { Asset } from "#lib/contract/assets.ts";

type Facts = Pick<Asset, "bytes" | "widthPx" | "heightPx" | "durationSeconds" | "fps">;

const KB = 1024;
const MB = KB * KB;

/** What a file is in figures: sides, seconds, size. What it has not is left out. */
export function useFileFacts(): (file: Facts) => string[] {
  const t = useTranslations("library.facts");
  const format = useFormatter();
  const number = (value: number) => format.number(value, { maximumFractionDigits: 1 });
  return ({ bytes, widthPx, heightPx, durationSeconds }) => [
    ...(widthPx !== null && heightPx !== null ? [`${widthPx} × ${heightPx}`] : []),
    ...(durationSeconds !== null ? [t("seconds", { count: number(durationSeconds) })] : []),
    bytes >= MB
      ? t("megabytes", { count: number(bytes / MB) })
      : t("kilobytes", { count: number(bytes / KB) }),
  ];
}
