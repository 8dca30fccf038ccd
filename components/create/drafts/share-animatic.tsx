"use client";

import { Share2 } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { ShareDesk } from "./draft-desk.ts";
import { useShareDraft } from "./use-share-draft.ts";

/** One press, and the team can see the animatic behind a link. Not there for those who keep no drafts. */
export function ShareAnimatic({ desk }: { desk: ShareDesk }) {
  const t = useTranslations("drafts");
  const { isSharing, share } = useShareDraft(desk);
  if (desk.sync === null) return null;
  return (
    <IconButton label={t("shareAnimatic")} aria-busy={isSharing} onClick={() => !isSharing && void share()}>
      <Share2 aria-hidden />
    </IconButton>
  );
}
