"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { CopyButton } from "#components/ui/copy-button.tsx";
import type { TaskDetail } from "#lib/contract/tasks.ts";

/** What support and integrators ask for: the ids, and the provider's last answer as it came. */
export function TaskReferences({ task }: { task: TaskDetail }) {
  const t = useTranslations("task");
  const ids = [
    { name: t("references.task"), value: task.id },
    { name: t("references.external"), value: task.externalTaskId },
    { name: t("references.upstream"), value: task.upstreamTaskId },
    { name: t("references.upstreamExternal"), value: task.upstreamExternalId },
  ];
  return (
    <details className="group/references rounded-lg border border-line bg-surface shadow-card">
      <summary className="flex min-h-11 list-none items-center gap-2 rounded-lg px-4 text-sm font-semibold [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 text-muted transition-transform group-open/references:rotate-90"
        />
        {t("references.title")}
      </summary>
      <dl className="flex flex-col gap-3 px-4 pb-4 text-xs">
        {ids.map(({ name, value }) =>
          value === null ? null : (
            <div key={name}>
              <dt className="text-muted">{name}</dt>
              <dd className="mt-0.5 font-mono break-all select-all">{value}</dd>
            </div>
          ),
        )}
        {task.rawAnswer !== null && <RawAnswer text={JSON.stringify(task.rawAnswer, null, 2)} />}
      </dl>
    </details>
  );
}

function RawAnswer({ text }: { text: string }) {
  const t = useTranslations("task");
  return (
    <div>
      <dt className="flex items-center justify-between text-muted">
        {t("references.rawAnswer")}
        <CopyButton text={text} variant="ghost" />
      </dt>
      <dd>
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          tabIndex={0}
          className="mt-1 max-h-80 overflow-auto rounded-md bg-sunken p-3 font-mono leading-relaxed"
        >
          {text}
        </pre>
      </dd>
    </div>
  );
}
