"use client";

import { useTranslations } from "use-intl/react";
import { PageTabs } from "#components/ui/page-tabs.tsx";

const PARTS = ["assets", "elements", "voices", "effects"] as const;

/** The parts of the library, side by side. */
export function LibraryNav() {
  const t = useTranslations("library");
  return (
    <PageTabs
      label={t("title")}
      tabs={PARTS.map((name) => ({ href: `/library/${name}`, label: t(`nav.${name}`) }))}
      className="mx-auto w-full max-w-[110rem] px-4 pt-2 sm:px-6 sm:pt-4 lg:px-8"
    />
  );
}
