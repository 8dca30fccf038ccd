"use client";

import { useTranslations } from "use-intl/react";
import { useWords } from "#components/ui/use-words.ts";
import type { FileProblem } from "#lib/kling/kinds/rules/file-rules.ts";
import type { FixPlan } from "#lib/kling/media-fixes/plan-fixes.ts";

/** What is wrong with a file, and what will be done about it. */
export function FixList({ problems, plan }: { problems: readonly FileProblem[]; plan: FixPlan }) {
  const words = useWords();
  const sentence = useStepWords(plan);
  return (
    <div className="mb-4 flex flex-col gap-2 text-sm">
      <ul className="flex flex-col gap-1">
        {problems.map(({ code, message }) => (
          <li key={code} className="font-medium">
            {words(message)}
          </li>
        ))}
      </ul>
      <ul className="flex flex-col gap-0.5 text-muted">
        {plan.steps.map((step) => (
          <li key={step}>{sentence(step)}</li>
        ))}
      </ul>
    </div>
  );
}

function useStepWords({ size, fps, result }: FixPlan): (step: FixPlan["steps"][number]) => string {
  const t = useTranslations("intake.fixer.steps");
  return (step) => {
    switch (step) {
      case "scale":
        return t("scale", { width: size?.widthPx ?? 0, height: size?.heightPx ?? 0 });
      case "rate":
        return t("rate", { fps: fps ?? 0 });
      case "write":
        return t(`write.${writtenType(result.mime)}`);
      default:
        return t(step);
    }
  };
}

const WRITTEN = ["image/jpeg", "video/mp4", "audio/mp4", "audio/wav"] as const;

function writtenType(mime: string): (typeof WRITTEN)[number] {
  return WRITTEN.find((type) => type === mime) ?? "video/mp4";
}
