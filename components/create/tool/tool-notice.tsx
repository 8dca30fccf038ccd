"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useWords } from "#components/ui/use-words.ts";
import { useRefusalText } from "../controls/use-refusal-text.ts";
import { ProblemNotice } from "../prompt/problem-notice.tsx";
import type { Tool } from "./use-tool.ts";

/** Why there is no order yet, and the way to one. */
export function ToolNotice({ tool }: { tool: Tool }) {
  const t = useTranslations("create.obstacles");
  const words = useWords();
  const refusalText = useRefusalText();
  const { obstacle, ordering, dispatch } = tool;
  if (obstacle === null) return <ProblemNotice ordering={ordering} />;
  if (obstacle.kind === "dialect") return <Notice tone="warning">{refusalText(obstacle)}</Notice>;
  if (obstacle.kind !== "violation") return <Notice tone="warning">{t(obstacle.kind)}</Notice>;
  const { message, fix } = obstacle.violation;
  return (
    <Notice
      tone="warning"
      action={
        fix && (
          <Button size="sm" onClick={() => dispatch({ type: "change", patch: fix.patch })}>
            {words(fix.label)}
          </Button>
        )
      }
    >
      {words(message)}
    </Notice>
  );
}
