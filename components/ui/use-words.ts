"use client";

import { useLocale } from "use-intl/react";
import { inLocale, type Localized } from "#lib/shared/localized.ts";

/** Reads texts that come with a data table in the language of the page. */
export function useWords(): (text: Localized) => string {
  const locale = useLocale();
  return (text) => inLocale(text, locale);
}
