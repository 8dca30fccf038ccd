"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";

type Props = {
  onRetry: () => void;
  /** What that means for the work; that of the brush is kept. */
  next?: string;
};

/** Instead of a picture that did not come. */
export function PictureTrouble({ onRetry, next }: Props) {
  const t = useTranslations("motion.stage");
  return (
    <div className="absolute inset-0 flex items-center justify-center p-4">
      <Notice
        tone="danger"
        title={t("broken")}
        action={
          <Button size="sm" onClick={onRetry}>
            {t("tryAgain")}
          </Button>
        }
      >
        {next ?? t("brokenNext")}
      </Notice>
    </div>
  );
}
