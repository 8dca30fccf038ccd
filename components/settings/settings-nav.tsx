"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl/react";
import { AppLink } from "#components/ui/app-link.tsx";
import { classNames } from "#components/ui/class-names.ts";

const PARTS = [
  { name: "account", href: "/settings" },
  { name: "connections", href: "/settings/connections" },
  { name: "webhooks", href: "/settings/webhooks" },
] as const;

/** The parts of the settings, side by side. */
export function SettingsNav() {
  const t = useTranslations("settings.nav");
  const pathname = usePathname();
  return (
    <nav aria-label={t("label")} className="mx-auto w-full max-w-4xl px-4 pt-4 sm:px-8 sm:pt-6">
      <ul className="flex gap-1 overflow-x-auto border-line border-b">
        {PARTS.map(({ name, href }) => (
          <li key={name}>
            <AppLink
              href={href}
              aria-current={pathname === href ? "page" : undefined}
              className={classNames(
                "-mb-px inline-flex min-h-11 items-center whitespace-nowrap border-b-2 px-3 text-sm transition-colors",
                pathname === href
                  ? "border-accent font-medium text-text"
                  : "border-transparent text-muted hover:text-text",
              )}
            >
              {t(name)}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
