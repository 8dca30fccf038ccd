"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl/react";
import { AppLink } from "#components/ui/app-link.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { DESTINATIONS, isCurrent } from "./destinations.ts";

export function TabBar() {
  const t = useTranslations("shell");
  const pathname = usePathname();
  return (
    <nav
      aria-label={t("mainNavigation")}
      className="fixed inset-x-0 bottom-0 z-30 flex border-line border-t bg-surface/92 pb-[env(safe-area-inset-bottom)] backdrop-blur-md md:hidden"
    >
      {DESTINATIONS.map((destination) => {
        const current = isCurrent(destination, pathname);
        return (
          <AppLink
            key={destination.name}
            href={destination.href}
            aria-current={current ? "page" : undefined}
            className={classNames(
              "flex h-(--tab-bar-height) flex-1 flex-col items-center justify-center gap-1 text-[0.6875rem] leading-none font-medium -outline-offset-2",
              current ? "text-accent-text" : "text-muted",
            )}
          >
            <destination.icon aria-hidden strokeWidth={current ? 2.25 : 1.75} className="size-5.5" />
            {t(destination.name)}
          </AppLink>
        );
      })}
    </nav>
  );
}
