"use client";

import { useFormatter, useNow, useTranslations } from "use-intl/react";
import { useWords } from "#components/ui/use-words.ts";
import type { Connection } from "#lib/contract/connections.ts";
import { findBusinessCode } from "#lib/kling/codes.ts";

const MINUTE_MS = 60_000;

/** What came back besides successes, by code and in plain words, the most frequent first. */
export function OutcomeList({ errors }: { errors: Connection["health"]["errors"] }) {
  const t = useTranslations("connections.health");
  const format = useFormatter();
  const now = useNow({ updateInterval: MINUTE_MS });
  const outcomeText = useOutcomeText();
  return (
    <div>
      <h3 className="text-muted text-xs">{t("errors")}</h3>
      <ul className="mt-1 flex flex-col gap-1 text-sm">
        {errors.map(({ outcome, calls, lastAt }) => (
          <li key={outcome} className="flex flex-wrap items-baseline gap-x-2">
            <span className="tabular-nums">{t("times", { count: calls })}</span>
            <span className="min-w-0 flex-1 basis-40">{outcomeText(outcome)}</span>
            <span className="text-muted text-xs">{format.relativeTime(new Date(lastAt), now)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function useOutcomeText(): (outcome: string) => string {
  const t = useTranslations("connections.health");
  const words = useWords();
  return (outcome) => {
    if (outcome === "timeout" || outcome === "unreachable") return t(outcome);
    const status = /^http (\d+)$/.exec(outcome)?.[1];
    if (status !== undefined) return t("http", { status });
    const code = findBusinessCode(Number(outcome));
    return code === undefined ? outcome : `${words(code.explain)} (${outcome})`;
  };
}
