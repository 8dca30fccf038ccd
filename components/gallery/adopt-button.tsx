"use client";

import { Import } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import type { Account } from "./adopt-dialog.tsx";

const AdoptDialog = lazy(async () => ({ default: (await import("./adopt-dialog.tsx")).AdoptDialog }));

/** For teams with accounts of their own: what was made there elsewhere can come here. */
export function AdoptButton({ accounts }: { accounts: readonly Account[] }) {
  const t = useTranslations("gallery.adopt");
  const [isOpen, setIsOpen] = useState(false);
  if (accounts.length === 0) return null;
  return (
    <>
      <Button variant="ghost" icon={<Import aria-hidden />} onClick={() => setIsOpen(true)}>
        <span className="max-sm:sr-only">{t("open")}</span>
      </Button>
      {isOpen && (
        <Suspense>
          <AdoptDialog open onClose={() => setIsOpen(false)} accounts={accounts} />
        </Suspense>
      )}
    </>
  );
}
