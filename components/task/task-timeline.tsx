"use client";

import { useFormatter, useTranslations } from "use-intl/react";
import { classNames } from "#components/ui/class-names.ts";
import type { TaskEvent } from "#lib/contract/tasks.ts";
import { TaskSection } from "./task-section.tsx";
import { type Tone, timelineOf } from "./timeline-of.ts";

const DOTS: Readonly<Record<Tone, string>> = {
  plain: "bg-line-strong",
  good: "bg-success",
  bad: "bg-danger",
};

/** What happened to the task and when, in words. */
export function TaskTimeline({ events }: { events: readonly TaskEvent[] }) {
  const t = useTranslations("task");
  const format = useFormatter();
  const entries = timelineOf(events);
  return (
    <TaskSection title={t("timeline.title")}>
      <ol className="ml-1.5 pl-5 text-sm">
        {entries.map(({ seq, name, tone, createdAt }) => (
          <li
            key={seq}
            className="relative flex justify-between gap-4 pb-3 before:absolute before:top-[1.125rem] before:-bottom-0.5 before:-left-5 before:w-px before:bg-line last:pb-0 last:before:hidden"
          >
            <span
              aria-hidden
              className={classNames(
                "absolute top-[0.3125rem] -left-[1.53rem] size-2.5 rounded-full",
                DOTS[tone],
              )}
            />
            <span>{t(`timeline.${name}`)}</span>
            <time dateTime={createdAt} suppressHydrationWarning className="shrink-0 text-muted tabular-nums">
              {format.dateTime(new Date(createdAt), { timeStyle: "medium" })}
            </time>
          </li>
        ))}
      </ol>
    </TaskSection>
  );
}
