"use client";

import { useQuery } from "@tanstack/react-query";
import { useNow, useTranslations } from "use-intl/react";
import { Notice } from "#components/ui/notice.tsx";
import { archiveRadarQuery } from "#lib/client/archive.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import { RadarEntryRow } from "./radar-entry-row.tsx";

const MINUTE_MS = 60_000;
/** From this alarm on there is little time left. */
const URGENT_DAYS = 20;

/** Clips that were made and paid for and are not safe yet: how long there is, and the way to try at once. */
export function ArchiveRadar({ principal }: { principal: Principal }) {
  const t = useTranslations("gallery.radar");
  const now = useNow({ updateInterval: MINUTE_MS });
  const entries = useQuery(archiveRadarQuery()).data?.entries ?? [];
  if (entries.length === 0) return null;
  const isUrgent = entries.some(({ alarmDays }) => alarmDays !== null && alarmDays >= URGENT_DAYS);
  return (
    <Notice tone={isUrgent ? "danger" : "warning"} className="mt-4">
      <details open={isUrgent}>
        <summary className="cursor-pointer font-medium">{t("title", { count: entries.length })}</summary>
        <p className="mt-1 text-pretty">{t("text")}</p>
        <ul className="mt-2 divide-y divide-line">
          {entries.map((entry) => (
            <RadarEntryRow key={entry.taskId} entry={entry} now={now} principal={principal} />
          ))}
        </ul>
      </details>
    </Notice>
  );
}
