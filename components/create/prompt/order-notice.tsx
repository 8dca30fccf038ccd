"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useWords } from "#components/ui/use-words.ts";
import type { Draft } from "#lib/kling/draft.ts";
import { BrushNotice } from "../brush/brush-notice.tsx";
import { useRefusalText } from "../controls/use-refusal-text.ts";
import type { Obstacle } from "../obstacle.ts";
import type { Ordering } from "../use-ordering.ts";
import { ProblemNotice } from "./problem-notice.tsx";

type Props = {
  /** What Generate ran into when it was pressed; null when it is the order itself that failed. */
  obstacle: Obstacle | null;
  ordering: Ordering;
  onPatch: (patch: Partial<Draft>) => void;
};

/** Why there is no order yet, and the way to one. */
export function OrderNotice({ obstacle, ordering, onPatch }: Props) {
  if (obstacle !== null) return <ObstacleNotice {...{ obstacle, onPatch }} />;
  return <ProblemNotice ordering={ordering} />;
}

function ObstacleNotice({ obstacle, onPatch }: { obstacle: Obstacle; onPatch: Props["onPatch"] }) {
  const t = useTranslations("create.obstacles");
  const words = useWords();
  const refusalText = useRefusalText();
  if (obstacle.kind === "dialect") return <Notice tone="warning">{refusalText(obstacle)}</Notice>;
  if (obstacle.kind === "brush") return <BrushNotice obstacle={obstacle} />;
  if (obstacle.kind !== "violation") return <Notice tone="warning">{t(obstacle.kind)}</Notice>;
  const { message, fix } = obstacle.violation;
  return (
    <Notice
      tone="warning"
      action={
        fix && (
          <Button size="sm" onClick={() => onPatch(fix.patch)}>
            {words(fix.label)}
          </Button>
        )
      }
    >
      {words(message)}
    </Notice>
  );
}
