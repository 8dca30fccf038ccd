"use client";

import { useTranslations } from "use-intl/react";
import { AppLink } from "#components/ui/app-link.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { ReferenceEntry, ReferenceGroup } from "#lib/contract/api-reference.ts";

type Props = {
  operations: readonly Pick<ReferenceEntry, "id" | "group" | "method" | "path">[];
  chosenId: string | undefined;
  className?: string;
};

const GROUPS: readonly ReferenceGroup[] = ["native", "unified", "generations", "studio"];

/** Every operation by its method and path; each leads to its own description. */
export function OperationList({ operations, chosenId, className }: Props) {
  const t = useTranslations("docs.api");
  return (
    <nav aria-label={t("operations")} className={classNames("flex flex-col gap-5", className)}>
      {GROUPS.map((group) => (
        <div key={group}>
          <h2 className="mb-1 px-2 text-xs font-medium text-muted">{t(`groups.${group}`)}</h2>
          <ul>
            {operations
              .filter((operation) => operation.group === group)
              .map(({ id, method, path }) => (
                <li key={id}>
                  <AppLink
                    href={`/docs/api?operation=${id}`}
                    aria-current={id === chosenId ? "page" : undefined}
                    className="flex min-h-8 items-center gap-2 rounded-md px-2 font-mono text-xs hover:bg-hover aria-[current]:bg-accent-soft aria-[current]:text-accent-text pointer-coarse:min-h-11"
                  >
                    <span className="w-12 shrink-0 font-semibold">{method}</span>
                    <span className="min-w-0 [overflow-wrap:anywhere]">{path}</span>
                  </AppLink>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
