import type { ReactNode } from "react";
import { SettingsNav } from "#components/settings/settings-nav.tsx";
import { AreaMessages } from "#lib/i18n/area-messages.tsx";

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <AreaMessages areas={["settings"]}>
      <SettingsNav />
      {children}
    </AreaMessages>
  );
}
