"use client";

import { ArrowRight } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { AppLink } from "#components/ui/app-link.tsx";
import { promptLink } from "#lib/client/create-link.ts";

const EXAMPLES = ["boat", "city", "forest"] as const;

/** Three first clips, one press away. */
export function ExamplePrompts() {
  const t = useTranslations("gallery");
  return (
    <ul aria-label={t("examples.label")} className="mx-auto grid max-w-4xl gap-3 sm:grid-cols-3">
      {EXAMPLES.map((example) => {
        const prompt = t(`examples.${example}`);
        return (
          <li key={example} className="flex">
            <AppLink
              href={promptLink(prompt)}
              className="group flex flex-1 flex-col justify-between gap-4 rounded-lg border border-line bg-surface p-4 text-sm shadow-card transition-colors hover:border-accent-line hover:bg-hover"
            >
              {prompt}
              <span className="flex items-center gap-1.5 font-medium text-accent-text">
                {t("examples.use")}
                <ArrowRight aria-hidden className="size-4 transition-transform group-hover:translate-x-0.5" />
              </span>
            </AppLink>
          </li>
        );
      })}
    </ul>
  );
}
