import type { ReactNode } from "react";
import { LibraryNav } from "#components/library/library-nav.tsx";
import { AreaMessages } from "#lib/i18n/area-messages.tsx";

export default function LibraryLayout({ children }: { children: ReactNode }) {
  return (
    <AreaMessages areas={["library"]}>
      <LibraryNav />
      {children}
    </AreaMessages>
  );
}
