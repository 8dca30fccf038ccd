"use client";

import { ArrowRight } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { textAt } from "#lib/kling/forms/tool-draft.ts";
import { ADDED_SECONDS, MAX_TOTAL_SECONDS } from "#lib/kling/kinds/video-extend.ts";
import type { InstrumentProps } from "../instruments.tsx";

/** How long the clip is, how long it will be, and how much more there may be of it. */
export function JoinedLength({ tool }: InstrumentProps) {
  const t = useTranslations("create.joined");
  const { draft, known } = tool.state;
  const before = known[textAt(draft, "video_id")]?.durationSeconds;
  if (before === undefined || before === null)
    return <p className="m-auto text-muted text-sm">{t("unknown")}</p>;
  const from = before + ADDED_SECONDS.min;
  const to = Math.min(MAX_TOTAL_SECONDS, before + ADDED_SECONDS.max);
  const again = Math.max(0, Math.floor((MAX_TOTAL_SECONDS - before) / ADDED_SECONDS.max));
  return (
    <section
      aria-label={t("label")}
      className="flex flex-1 flex-col items-center justify-center gap-3 rounded-lg bg-sunken p-4 text-center"
    >
      <p className="flex items-center gap-3 font-semibold text-xl tabular-nums">
        <span>
          <span className="sr-only">{t("before")} </span>
          {t("seconds", { seconds: tenths(before) })}
        </span>
        <ArrowRight aria-hidden className="size-5 text-faint" />
        <span className="text-accent-text">
          <span className="sr-only">{t("after")} </span>
          {from > MAX_TOTAL_SECONDS ? t("tooLong") : t("between", { from: tenths(from), to: tenths(to) })}
        </span>
      </p>
      <Bar before={before} after={to} />
      <p className="text-muted text-sm text-pretty">{t("again", { count: again })}</p>
    </section>
  );
}

/** The clip, and what is added to it, within the length that there may be. */
function Bar({ before, after }: { before: number; after: number }) {
  const share = (seconds: number) => `${(100 * Math.min(seconds, MAX_TOTAL_SECONDS)) / MAX_TOTAL_SECONDS}%`;
  return (
    <div aria-hidden className="relative h-2 w-full max-w-xs overflow-hidden rounded-full bg-hover">
      <div className="absolute inset-y-0 left-0 bg-accent" style={{ width: share(after) }} />
      <div className="absolute inset-y-0 left-0 bg-muted" style={{ width: share(before) }} />
    </div>
  );
}

function tenths(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
