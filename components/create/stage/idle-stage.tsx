"use client";

import { Play, Sparkles } from "lucide-react";
import { useTranslations } from "use-intl/react";

/** Keys of `create.examples`; each is a whole prompt. */
const EXAMPLES = ["boat", "fox", "city"] as const;

type Props = {
  /** True when a click may make the clip at once, because it costs nothing. */
  runsAtOnce: boolean;
  onExample: (prompt: string) => void;
};

/** Nothing made yet: what this place is for, and three ways to begin with one click. */
export function IdleStage({ runsAtOnce, onExample }: Props) {
  const t = useTranslations("create.examples");
  return (
    <div className="m-auto flex w-full max-w-2xl flex-col items-center px-4 py-4 text-center sm:px-6 sm:py-8">
      <Sparkles aria-hidden className="mb-3 size-6 text-accent-text max-sm:hidden" />
      <h2 className="text-lg font-semibold sm:text-2xl">{t("title")}</h2>
      <p className="mt-1 text-sm text-muted text-pretty sm:mt-2 sm:text-base">
        {runsAtOnce ? t("practiceText") : t("text")}
      </p>
      <ul className="mt-3 grid w-full gap-2 sm:mt-6 sm:grid-cols-3 sm:gap-3">
        {EXAMPLES.map((key) => (
          <li key={key} className="flex">
            <button
              type="button"
              onClick={() => onExample(t(`${key}.prompt`))}
              className="group flex min-h-11 w-full items-center gap-3 rounded-lg border border-line bg-surface px-3 py-2 text-left shadow-card transition-colors hover:border-accent-line hover:bg-raised sm:flex-col sm:items-start sm:p-4"
            >
              <span className="flex size-7 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent-text">
                <Play aria-hidden className="size-3.5" />
              </span>
              <span className="min-w-0">
                <span className="block text-sm font-medium">{t(`${key}.title`)}</span>
                <span className="mt-1 hidden text-sm text-muted sm:block">{t(`${key}.prompt`)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
