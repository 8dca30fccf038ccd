import type { ReactNode } from "react";
import { EntryFrame } from "#components/account/entry-frame.tsx";
import { AreaMessages } from "#lib/i18n/area-messages.tsx";

export default function EntryLayout({ children }: { children: ReactNode }) {
  return (
    <AreaMessages areas={["entry", "account"]}>
      <EntryFrame>{children}</EntryFrame>
    </AreaMessages>
  );
}
