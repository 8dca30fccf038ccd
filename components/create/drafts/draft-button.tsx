"use client";

import { CloudOff, FileText } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import type { DraftDesk } from "./draft-desk.ts";
import { useSyncView } from "./use-draft-sync.ts";

type Props<State> = { desk: DraftDesk<State>; onOpen: () => void };

/** Which draft this is and where it is kept; a press shows all of them. */
export function DraftButton<State>({ desk: { store, sync }, onOpen }: Props<State>) {
  const t = useTranslations("drafts");
  const { step, summary, hasBesideRival } = useSyncView(sync);
  const hasRival = useSyncExternalStore(store.subscribe, () => store.read().rival !== null, neverThere);
  const shown = hasRival || hasBesideRival ? "conflict" : step;
  const state = t(`state.${shown}`);
  const isAway = shown === "offline" || shown === "refused";
  return (
    <Button
      variant="ghost"
      size="sm"
      aria-haspopup="dialog"
      aria-label={t("open", { state })}
      icon={isAway ? <CloudOff aria-hidden /> : <FileText aria-hidden />}
      onClick={onOpen}
      className="min-w-0 shrink text-muted"
    >
      <span className="truncate">
        {summary?.name && <span className="max-lg:hidden">{summary.name} · </span>}
        {state}
      </span>
    </Button>
  );
}

function neverThere(): boolean {
  return false;
}
