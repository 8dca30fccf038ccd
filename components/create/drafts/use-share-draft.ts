"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { showToast } from "#components/ui/show-toast.ts";
import { updateDraft } from "#lib/client/drafts/draft-api.ts";
import type { DraftSummary } from "#lib/contract/drafts.ts";
import type { ShareDesk } from "./draft-desk.ts";

/** Saves the draft, lets the team see it, and copies the link to it. */
export function useShareDraft({ store, sync }: ShareDesk) {
  const t = useTranslations("drafts");
  const [isSharing, setSharing] = useState(false);

  async function shared(): Promise<DraftSummary | null> {
    if (sync === null || !(await sync.flush({ visibility: "team" }))) return null;
    const known = sync.read().summary;
    if (known?.visibility === "team") return known;
    const summary = await updateDraft(store.read().link.draftId, { visibility: "team" });
    sync.describe(summary);
    return summary;
  }

  async function share(): Promise<void> {
    setSharing(true);
    try {
      const summary = await shared();
      if (summary === null) showToast({ title: t("notYet"), description: t("notYetNext"), tone: "danger" });
      else await copy(`${window.location.origin}/create/${summary.tool}?draft=${summary.id}`);
    } catch {
      showToast({ title: t("failed"), description: t("failedNext"), tone: "danger" });
    }
    setSharing(false);
  }

  /** Browsers may want a press of its own for it: the message then has the button. */
  async function copy(url: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(url);
      showToast({ title: t("linkCopied"), tone: "success" });
    } catch {
      const action = { label: t("copyLink"), onPress: () => void navigator.clipboard?.writeText(url) };
      showToast({ title: t("linkReady"), description: url, action });
    }
  }

  return { isSharing, share };
}
