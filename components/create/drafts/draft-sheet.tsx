"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Sheet } from "#components/ui/dialog.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { draftListQuery } from "#lib/client/drafts/draft-api.ts";
import type { DraftSummary } from "#lib/contract/drafts.ts";
import type { DraftDesk } from "./draft-desk.ts";
import { DraftRow } from "./draft-row.tsx";
import { PresentDraft } from "./present-draft.tsx";
import { useDraftActions } from "./use-draft-actions.ts";

export type DraftSheetProps<State> = {
  desk: DraftDesk<State>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** The draft at hand, and all others that one may see. */
export function DraftSheet<State>({ desk, open, onOpenChange }: DraftSheetProps<State>) {
  const t = useTranslations("drafts");
  const close = () => onOpenChange(false);
  const onOpened = () => {
    close();
    desk.onOpened();
  };
  const actions = useDraftActions({ ...desk, onOpened }, { onRemoved: close });
  const { data, isError, refetch } = useQuery({ ...draftListQuery(), enabled: open });
  const { draftId } = desk.store.read().link;
  const others = data?.filter(({ id }) => id !== draftId);
  const yours = others?.filter(({ author }) => author?.userId === desk.userId);
  const shared = others?.filter(({ author }) => author?.userId !== desk.userId);
  const list = (title: string, drafts: readonly DraftSummary[] = []) =>
    drafts.length > 0 && (
      <section aria-label={title} className="mt-5">
        <h3 className="font-medium text-muted text-sm">{title}</h3>
        <ul className="-mx-2 mt-1">
          {drafts.map((draft) => (
            <DraftRow key={draft.id} {...{ draft, desk, actions }} />
          ))}
        </ul>
      </section>
    );
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      title={t("title")}
      footer={
        <Button size="lg" icon={<Plus aria-hidden />} onClick={() => void actions.begin()}>
          {t("newDraft")}
        </Button>
      }
    >
      <PresentDraft {...{ desk, actions }} />
      {list(t("yours"), yours)}
      {list(t("shared"), shared)}
      {data === undefined && !isError && <Skeleton className="mt-5 h-24" />}
      {others?.length === 0 && <p className="mt-5 text-muted text-sm">{t("none")}</p>}
      {isError && (
        <p className="mt-5 flex items-center gap-2 text-sm">
          {t("listFailed")}
          <Button size="sm" onClick={() => void refetch()}>
            {t("retry")}
          </Button>
        </p>
      )}
    </Sheet>
  );
}
