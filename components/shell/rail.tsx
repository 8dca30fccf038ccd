"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl/react";
import { AppLink } from "#components/ui/app-link.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Logo } from "#components/ui/logo.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { ConnectionDot } from "./connection-dot.tsx";
import { DESTINATIONS, isCurrent } from "./destinations.ts";
import type { ShellViewer } from "./shell-viewer.ts";
import { TeamSwitcher } from "./team-switcher.tsx";

export function Rail({ viewer }: { viewer: ShellViewer }) {
  const t = useTranslations("shell");
  const pathname = usePathname();
  return (
    <header className="sticky top-0 z-30 hidden h-dvh w-(--rail-width) shrink-0 flex-col items-center border-line border-r bg-surface py-4 md:flex">
      <AppLink href="/create" aria-label="Framewright" className="rounded-lg">
        <Logo />
      </AppLink>
      <nav aria-label={t("mainNavigation")} className="mt-6 flex w-full flex-col items-center gap-1 px-2">
        {DESTINATIONS.map((destination) => {
          const current = isCurrent(destination, pathname);
          return (
            <AppLink
              key={destination.name}
              href={destination.href}
              aria-current={current ? "page" : undefined}
              className={classNames(
                "flex h-14 w-full flex-col items-center justify-center gap-1 rounded-lg text-[0.6875rem] leading-none font-medium transition-colors",
                current ? "bg-hover text-text" : "text-muted hover:bg-hover hover:text-text",
              )}
            >
              <destination.icon
                aria-hidden
                strokeWidth={current ? 2.25 : 1.75}
                className={classNames("size-5", current && "text-accent-text")}
              />
              {t(destination.name)}
            </AppLink>
          );
        })}
      </nav>
      <div className="mt-auto flex flex-col items-center gap-3">
        <ConnectionDot />
        <TeamSwitcher viewer={viewer} side="right" />
        <AccountMenu viewer={viewer} side="right" />
      </div>
    </header>
  );
}
