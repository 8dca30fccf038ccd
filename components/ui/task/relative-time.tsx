"use client";

import { useSyncExternalStore } from "react";
import { useFormatter, useTranslations } from "use-intl/react";

const MINUTE_MS = 60_000;
const WEEK_MS = 7 * 24 * 60 * MINUTE_MS;

/** "5 minutes ago", exact on hover; a date when it is long past. */
export function RelativeTime({ iso }: { iso: string }) {
  const t = useTranslations("task");
  const format = useFormatter();
  const nowMs = useSyncExternalStore(everyMinute, thisMinute, thisMinute);
  const at = new Date(iso);
  const ageMs = nowMs + MINUTE_MS - at.getTime(); // `nowMs` is rounded down by up to a minute
  return (
    // The server's minute and time zone may differ from the browser's; the next minute puts it right.
    <time
      dateTime={iso}
      suppressHydrationWarning
      title={format.dateTime(at, { dateStyle: "medium", timeStyle: "short" })}
    >
      {ageMs < 2 * MINUTE_MS && t("justNow")}
      {ageMs >= 2 * MINUTE_MS && ageMs < WEEK_MS && format.relativeTime(at, { now: nowMs, style: "narrow" })}
      {ageMs >= WEEK_MS && format.dateTime(at, { dateStyle: "medium" })}
    </time>
  );
}

function everyMinute(tell: () => void): () => void {
  const timer = setInterval(tell, MINUTE_MS / 4);
  return () => clearInterval(timer);
}

function thisMinute(): number {
  return Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
}
