"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import { roundedEstimate } from "./rounded-estimate.ts";

/** "About 40 s left", counted down between two pictures of the task; null when nothing was learnt yet. */
export function useRemainingWords(task: Pick<TaskSummary, "remainingSeconds" | "seq">): string | null {
  const t = useTranslations("task");
  const { remainingSeconds, seq } = task;
  const elapsedSeconds = useElapsedSeconds(`${seq}/${remainingSeconds}`);
  if (remainingSeconds === null) return null;
  const estimate = roundedEstimate(remainingSeconds - elapsedSeconds);
  switch (estimate.unit) {
    case "late":
      return t("remaining.late");
    case "seconds":
      return t("remaining.seconds", { count: estimate.count });
    case "minutes":
      return t("remaining.minutes", { count: estimate.count });
  }
}

/** Since `picture` was first seen. */
function useElapsedSeconds(picture: string): number {
  const [ticked, setTicked] = useState({ picture, seconds: 0 });
  useEffect(() => {
    const startedMs = Date.now();
    const timer = setInterval(
      () => setTicked({ picture, seconds: Math.floor((Date.now() - startedMs) / 1000) }),
      1000,
    );
    return () => clearInterval(timer);
  }, [picture]);
  return ticked.picture === picture ? ticked.seconds : 0;
}
