"use client";

import { useCallback } from "react";
import { useTranslations } from "use-intl/react";
import { type Label, STILL } from "#lib/motion/labels.ts";

/** "Region 3" or "Still", in the language of the page. */
export function useLabelName(): (label: Label) => string {
  const t = useTranslations("motion.regions");
  return useCallback((label) => (label === STILL ? t("still") : t("region", { number: label })), [t]);
}
