export const LOCALES = ["zh-CN", "en"] as const;

export type Locale = (typeof LOCALES)[number];

/** A short text in both languages of the product, for tables that carry their own words. */
export type Localized = { readonly zh: string; readonly en: string };

export function inLocale(text: Localized, locale: Locale): string {
  return locale === "zh-CN" ? text.zh : text.en;
}
