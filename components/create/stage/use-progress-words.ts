"use client";

import { useTranslations } from "use-intl/react";
import { useRemainingWords } from "#components/ui/task/use-remaining-words.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";

export type ProgressWords = {
  readonly headline: string;
  /** When it will be done, as far as anyone knows; otherwise empty. */
  readonly detail: string;
  /** 0..1; undefined when nobody knows. */
  readonly share: number | undefined;
};

/** What happens to a running task right now, without promising more than is known. */
export function useProgressWords(task: TaskSummary): ProgressWords {
  const t = useTranslations("create.progress");
  const remaining = useRemainingWords(task) ?? "";
  const { status, progress, queuePosition } = task;
  const share = progress > 0 ? progress : undefined;
  switch (status) {
    case "queued": {
      const ahead = queuePosition ?? 0;
      return { headline: t("queued"), detail: ahead > 0 ? t("ahead", { count: ahead }) : remaining, share };
    }
    case "submitting":
    case "submitted":
      return { headline: t(status), detail: remaining, share };
    case "processing": {
      const percent = Math.round(progress * 100);
      const headline = share === undefined ? t("processing") : t("processingShare", { percent });
      return { headline, detail: remaining, share };
    }
    case "archiving":
      return { headline: t("archiving"), detail: "", share };
    case "succeeded":
    case "failed":
    case "canceled":
    case "unknown":
      return { headline: t("settled"), detail: "", share: 1 };
  }
}
