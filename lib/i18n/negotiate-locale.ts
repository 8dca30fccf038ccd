import { LOCALES, type Locale } from "#lib/shared/localized.ts";

const FALLBACK: Locale = "en";

/** The language to answer in: what was chosen before, else the best match for the Accept-Language header. */
export function negotiateLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  return LOCALES.find((locale) => locale === chosen) ?? bestMatch(acceptLanguage ?? "") ?? FALLBACK;
}

/** Every Chinese is served the simplified one, the only Chinese there is here. */
function bestMatch(acceptLanguage: string): Locale | undefined {
  const wanted = acceptLanguage
    .split(",")
    .map(parseRange)
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of wanted) {
    if (language === "zh") return "zh-CN";
    if (language === "en") return "en";
  }
  return undefined;
}

function parseRange(range: string): { language: string; weight: number } {
  const [tag = "", ...parameters] = range.trim().toLowerCase().split(";");
  const quality = parameters.find((parameter) => parameter.trim().startsWith("q="));
  const weight = quality === undefined ? 1 : Number(quality.trim().slice(2));
  return { language: tag.split("-")[0] ?? "", weight: Number.isFinite(weight) ? weight : 0 };
}
