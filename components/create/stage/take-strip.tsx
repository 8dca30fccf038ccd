"use client";

import { lazy, Suspense } from "react";
import { useTranslations } from "use-intl/react";
import { classNames } from "#components/ui/class-names.ts";
import type { TakeStripProps } from "./take-strip-props.ts";

const TakeTiles = lazy(async () => ({ default: (await import("./take-tiles.tsx")).TakeTiles }));

/** What was made in this tab. Where there is room its place is kept while it is empty. */
export function TakeStrip(props: TakeStripProps) {
  const t = useTranslations("create.stage");
  const isEmpty = props.takeIds.length === 0;
  return (
    <div
      className={classNames(
        "flex h-14 shrink-0 items-center gap-2 overflow-x-auto overflow-y-hidden [scrollbar-width:thin]",
        isEmpty && "max-lg:hidden",
      )}
    >
      {isEmpty ? (
        <p className="w-full text-center text-sm text-faint">{t("takesWillBeHere")}</p>
      ) : (
        <Suspense>
          <TakeTiles {...props} />
        </Suspense>
      )}
    </div>
  );
}
