"use client";

import { useTranslations } from "use-intl/react";
import { PageTabs } from "#components/ui/page-tabs.tsx";

const PARTS = [
  { name: "account", href: "/settings" },
  { name: "connections", href: "/settings/connections" },
  { name: "webhooks", href: "/settings/webhooks" },
] as const;

/** The parts of the settings, side by side. */
export function SettingsNav() {
  const t = useTranslations("settings.nav");
  return (
    <PageTabs
      label={t("label")}
      tabs={PARTS.map(({ name, href }) => ({ href, label: t(name) }))}
      className="mx-auto w-full max-w-4xl px-4 pt-4 sm:px-8 sm:pt-6"
    />
  );
}
