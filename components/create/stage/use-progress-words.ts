"use client";

import { useTranslations } from "use-intl/react";
import type { TaskSummary } from "#lib/contract/tasks.ts";

export type ProgressWords = {
  readonly headline: string;
  /** When it will be done, as far as anyone knows; otherwise empty. */
  readonly detail: string;
  /** 0..1; undefined when nobody knows. */
  readonly share: number | undefined;
};

/** What happens to a running task right now, without promising more than is known. */
export function useProgressWords(): (task: TaskSummary) => ProgressWords {
  const t = useTranslations("create.progress");
  return ({ status, progress, queuePosition, remainingSeconds }) => {
    const share = progress > 0 ? progress : undefined;
    const remaining =
      remainingSeconds === null ? "" : t("remaining", { seconds: Math.ceil(remainingSeconds) });
    switch (status) {
      case "queued": {
        const ahead = queuePosition ?? 0;
        return { headline: t("queued"), detail: ahead > 0 ? t("ahead", { count: ahead }) : remaining, share };
      }
      case "submitting":
        return { headline: t("submitting"), detail: remaining, share };
      case "submitted":
        return { headline: t("submitted"), detail: remaining, share };
      case "processing":
        return {
          headline:
            share === undefined
              ? t("processing")
              : t("processingShare", { percent: Math.round(share * 100) }),
          detail: remaining,
          share,
        };
      case "archiving":
        return { headline: t("archiving"), detail: "", share };
      case "succeeded":
      case "failed":
      case "canceled":
      case "unknown":
        return { headline: t("settled"), detail: "", share: 1 };
    }
  };
}
