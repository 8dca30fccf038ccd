"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl/react";
import { showToast } from "#components/ui/show-toast.ts";
import { draftListKey, restoreDraft, trashDraft, updateDraft } from "#lib/client/drafts/draft-api.ts";
import type { DraftSummary, UpdateDraft } from "#lib/contract/drafts.ts";
import type { DraftDesk } from "./draft-desk.ts";

/** What can be done with the drafts; each tells when it did not work, and leaves what is here as it was. */
export function useDraftActions<State>(
  { store, sync, blank, onOpened }: DraftDesk<State>,
  { onRemoved }: { onRemoved: () => void },
) {
  const t = useTranslations("drafts");
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: draftListKey });

  async function attempt(work: () => Promise<boolean>): Promise<void> {
    try {
      if (await work()) await refresh();
      else showToast({ title: t("notYet"), description: t("notYetNext"), tone: "danger" });
    } catch {
      showToast({ title: t("failed"), description: t("failedNext"), tone: "danger" });
    }
  }

  async function openNow(draftId: string): Promise<boolean> {
    const isOpen = (await sync?.open(draftId)) ?? false;
    if (isOpen) onOpened();
    return isOpen;
  }

  return {
    open: (draftId: string) => attempt(() => openNow(draftId)),
    begin: () =>
      attempt(async () => {
        const hasBegun = (await sync?.begin(blank())) ?? false;
        if (hasBegun) onOpened();
        return hasBegun;
      }),
    duplicate: () =>
      attempt(async () => {
        if (sync === null || store.read().rival !== null || !(await sync.flush())) return false;
        await sync.keepAsCopy();
        showToast({ title: t("duplicated") });
        return sync.flush();
      }),
    /** Also a draft that is not on the server yet. */
    describe: (update: UpdateDraft) =>
      attempt(async () => {
        if (sync === null) return false;
        const isThere = await sync.flush({ visibility: update.visibility ?? "private" });
        if (!isThere) return false;
        sync.describe(await updateDraft(store.read().link.draftId, update));
        return true;
      }),
    remove: ({ id }: Pick<DraftSummary, "id">) =>
      attempt(async () => {
        const isCurrent = id === store.read().link.draftId;
        await trashDraft(id);
        if (isCurrent) sync?.abandon(blank());
        const bringBack = async () => {
          await restoreDraft(id);
          return isCurrent ? openNow(id) : true;
        };
        const onPress = () => void attempt(bringBack);
        onRemoved(); // a dialog would keep the message's button from being pressed
        showToast({ title: t("deleted"), action: { label: t("undo"), onPress } });
        return true;
      }),
  };
}

export type DraftActions = ReturnType<typeof useDraftActions>;
