"use client";

import { useTranslations } from "use-intl/react";
import { Skeleton } from "#components/ui/skeleton.tsx";

/** Rows as high as the real ones. */
export function RowSkeleton({ rows }: { rows: number }) {
  const t = useTranslations("common");
  return (
    <div role="status" aria-label={t("loading")} className="divide-y divide-line">
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <div key={row} className="flex min-h-17 items-center gap-3 px-4 py-3">
          <Skeleton round className="size-8" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-3.5 w-32" />
            <Skeleton className="h-3 w-48" />
          </div>
          <Skeleton className="h-6 w-16" />
        </div>
      ))}
    </div>
  );
}
