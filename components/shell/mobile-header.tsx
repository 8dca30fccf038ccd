"use client";

import { AppLink } from "#components/ui/app-link.tsx";
import { Logo } from "#components/ui/logo.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { ConnectionDot } from "./connection-dot.tsx";
import type { ShellViewer } from "./shell-viewer.ts";
import { TeamSwitcher } from "./team-switcher.tsx";

/** Scrolls away with the page: height is what a phone has least of. */
export function MobileHeader({ viewer }: { viewer: ShellViewer }) {
  return (
    <header className="flex items-center gap-2 border-line border-b bg-surface px-3 pt-[env(safe-area-inset-top)] md:hidden">
      <AppLink href="/create" aria-label="Framewright" className="flex size-11 items-center justify-center">
        <Logo className="size-7" />
      </AppLink>
      <TeamSwitcher viewer={viewer} side="bottom" withName />
      <span className="ml-auto flex items-center gap-2">
        <ConnectionDot />
        <AccountMenu viewer={viewer} side="bottom" />
      </span>
    </header>
  );
}
