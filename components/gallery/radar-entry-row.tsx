"use client";

import { useMutation } from "@tanstack/react-query";
import { DownloadCloud } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl/react";
import { AppLink } from "#components/ui/app-link.tsx";
import { Button } from "#components/ui/button.tsx";
import { useProblemText } from "#components/ui/problem-text.ts";
import { showToast } from "#components/ui/show-toast.ts";
import { fetchAgainMutation } from "#lib/client/archive.ts";
import type { RadarEntry } from "#lib/contract/archive.ts";
import { can, type Principal } from "#lib/contract/permissions.ts";

type Props = { entry: RadarEntry; now: Date; principal: Principal };

/** One task on the radar: what was tried, what is still to come, and when it is too late. */
export function RadarEntryRow({ entry, now, principal }: Props) {
  const t = useTranslations("gallery.radar");
  const problemText = useProblemText();
  const fetchAgain = useMutation({
    ...fetchAgainMutation(),
    onError: (problem) =>
      showToast({ tone: "danger", title: t("failed"), description: problemText(problem).next }),
  });
  // Whose it is, only the server knows for sure; it asks again.
  const mayFetch = can(principal, "task.retry");
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2">
      <div className="min-w-0 flex-1 basis-60">
        <AppLink href={`/tasks/${entry.taskId}`} className="line-clamp-1 font-medium hover:underline">
          {entry.prompt || t("withoutPrompt")}
        </AppLink>
        <p className="text-xs">{useEntryFacts(entry, now)}</p>
      </div>
      {mayFetch && (
        <Button
          size="sm"
          busy={fetchAgain.isPending}
          icon={<DownloadCloud aria-hidden />}
          onClick={() => fetchAgain.mutate({ id: entry.taskId })}
        >
          {t("fetchNow")}
        </Button>
      )}
    </li>
  );
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** "In 9 days" says more than "next week". */
function unitUntil(moment: string, now: Date) {
  return Date.parse(moment) - now.getTime() > 2 * DAY_MS ? ({ unit: "day" } as const) : {};
}

function useEntryFacts(entry: RadarEntry, now: Date): string {
  const t = useTranslations("gallery.radar");
  const format = useFormatter();
  const { state, files, filesSafe, tries, nextTryAt, dies } = entry;
  const isDue = nextTryAt === null || new Date(nextTryAt) <= now;
  const facts = [
    dies === null
      ? t("keptForNow")
      : t("dies", { when: format.relativeTime(new Date(dies), { now, ...unitUntil(dies, now) }) }),
    state === "unusable"
      ? t("unusable")
      : isDue
        ? t("triedOften", { count: tries })
        : t("tried", { count: tries, when: format.relativeTime(new Date(nextTryAt), now) }),
    ...(filesSafe > 0 ? [t("safe", { safe: filesSafe, files })] : []),
  ];
  return facts.join(" · ");
}
