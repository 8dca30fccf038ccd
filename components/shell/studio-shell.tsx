import type { ReactNode } from "react";
import { MobileHeader } from "./mobile-header.tsx";
import { OfflineBar } from "./offline-bar.tsx";
import { Rail } from "./rail.tsx";
import { ShellShortcuts } from "./shell-shortcuts.tsx";
import type { ShellViewer } from "./shell-viewer.ts";
import { SkipLink } from "./skip-link.tsx";
import { TabBar } from "./tab-bar.tsx";

/** The frame of the studio: a rail on a desktop; a header that scrolls away and a tab bar on a phone. */
export function StudioShell({ viewer, children }: { viewer: ShellViewer; children: ReactNode }) {
  return (
    <div className="studio-shell">
      <SkipLink />
      <Rail viewer={viewer} />
      <MobileHeader viewer={viewer} />
      <div className="flex min-w-0 flex-1 flex-col">
        <OfflineBar />
        <main id="content" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
          {children}
        </main>
      </div>
      <TabBar />
      <ShellShortcuts />
    </div>
  );
}
