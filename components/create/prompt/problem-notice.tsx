"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useProblemText } from "#components/ui/problem-text.ts";
import type { Ordering } from "../use-ordering.ts";

/** What became of an order that was sent and is not placed. */
export function ProblemNotice({ ordering }: { ordering: Ordering }) {
  const t = useTranslations("create.order");
  const { title, next, reference } = useProblemText()(ordering.problem);
  if (!ordering.isUnanswered) {
    return (
      <Notice tone="danger" title={title}>
        {next} {reference}
      </Notice>
    );
  }
  return (
    <Notice
      tone="danger"
      title={t("unansweredTitle")}
      action={
        <Button size="sm" onClick={ordering.sendAgain}>
          {t("sendAgain")}
        </Button>
      }
    >
      {t("unansweredText")} {reference}
    </Notice>
  );
}
