"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";

type Props = {
  hasRival: boolean;
  isKept: boolean;
  onTakeRival: () => void;
  onDropRival: () => void;
};

/** What a person must know about where their draft is. */
export function DraftNotices({ hasRival, isKept, onTakeRival, onDropRival }: Props) {
  const t = useTranslations("create.draft");
  return (
    <>
      {hasRival && (
        <Notice
          tone="warning"
          title={t("rivalTitle")}
          action={
            <span className="flex flex-wrap justify-end gap-2">
              <Button size="sm" onClick={onTakeRival}>
                {t("takeRival")}
              </Button>
              <Button size="sm" variant="ghost" onClick={onDropRival}>
                {t("keepMine")}
              </Button>
            </span>
          }
        >
          {t("rivalText")}
        </Notice>
      )}
      {!isKept && !hasRival && <Notice tone="warning">{t("notKept")}</Notice>}
    </>
  );
}
