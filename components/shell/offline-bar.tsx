"use client";

import { CloudOff, LogIn } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { useLiveState } from "#lib/client/events.ts";

/** Says when what is on screen may be old, and what still works. */
export function OfflineBar() {
  const t = useTranslations("shell");
  const state = useLiveState();
  return (
    <div role="status" className="sticky top-0 z-20">
      {state === "offline" && (
        <p className="flex items-center justify-center gap-2 bg-warning-soft px-4 py-2 text-center text-sm text-warning-text">
          <CloudOff aria-hidden className="size-4 shrink-0" />
          {t("offlineBar")}
        </p>
      )}
      {state === "signed_out" && (
        <p className="flex flex-wrap items-center justify-center gap-3 bg-danger-soft px-4 py-2 text-center text-sm text-danger-text">
          {t("signedOutBar")}
          <ButtonLink size="sm" href="/sign-in" icon={<LogIn aria-hidden />}>
            {t("signIn")}
          </ButtonLink>
        </p>
      )}
    </div>
  );
}
