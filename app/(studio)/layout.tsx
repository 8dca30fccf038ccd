import type { ReactNode } from "react";
import { LazyUploadTray } from "#components/intake/uploads/lazy-upload-tray.tsx";
import { ProfileWishes } from "#components/shell/profile-wishes.tsx";
import { StudioShell } from "#components/shell/studio-shell.tsx";
import { LiveEvents } from "#lib/client/live-events.tsx";
import { AreaMessages } from "#lib/i18n/area-messages.tsx";
import { readFeedPosition } from "../read-feed-position.ts";
import { requireMember } from "../read-viewer.ts";

export default async function StudioLayout({ children }: { children: ReactNode }) {
  const { user, membership, teams } = await requireMember();
  return (
    <>
      <LiveEvents after={await readFeedPosition(membership.teamId)} />
      <ProfileWishes locale={user.locale} theme={user.theme} />
      <StudioShell viewer={{ user: { name: user.name, email: user.email }, membership, teams }}>
        {children}
      </StudioShell>
      <AreaMessages areas={["uploads"]}>
        <LazyUploadTray />
      </AreaMessages>
    </>
  );
}
