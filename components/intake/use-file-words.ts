"use client";

import { useTranslations } from "use-intl/react";
import type { FileFacts } from "#lib/kling/kinds/kind.ts";
import type { MediaLimits } from "#lib/kling/media-limits.ts";
import { typeNames } from "./type-names.ts";

const MB = 1024 * 1024;

type Measures = Pick<FileFacts, "widthPx" | "heightPx" | "durationSeconds">;

/** What a field asks of a file, and what a file is, each in one line. */
export function useFileWords() {
  const t = useTranslations("intake");
  return {
    limits(limits: MediaLimits): string {
      const { minSeconds, maxSeconds, maxBytes, minSidePx, maxSidePx } = limits;
      return [
        typeNames(limits),
        maxSeconds !== undefined &&
          (minSeconds === undefined
            ? t("limits.atMostSeconds", { max: maxSeconds })
            : t("limits.seconds", { min: minSeconds, max: maxSeconds })),
        minSidePx !== undefined &&
          (maxSidePx === undefined
            ? t("limits.minSide", { min: minSidePx })
            : t("limits.sides", { min: minSidePx, max: maxSidePx })),
        maxBytes !== undefined && t("limits.bytes", { megabytes: Math.floor(maxBytes / MB) }),
      ]
        .filter(Boolean)
        .join(" · ");
    },
    facts({ widthPx, heightPx, durationSeconds }: Measures): string {
      return [
        widthPx !== null && heightPx !== null && t("slot.sizes", { width: widthPx, height: heightPx }),
        durationSeconds !== null && t("slot.seconds", { seconds: Math.round(durationSeconds * 10) / 10 }),
      ]
        .filter(Boolean)
        .join(" · ");
    },
  };
}
