"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Progress } from "#components/ui/progress.tsx";
import type { FileFacts } from "#lib/kling/kinds/kind.ts";
import type { MediaLimits } from "#lib/kling/media-limits.ts";
import type { OpenedFile } from "../opened-file.ts";
import { typeNames } from "../type-names.ts";
import { useFileWords } from "../use-file-words.ts";
import { fixFile } from "./fix-file.ts";
import { FixList } from "./fix-list.tsx";
import { PartChooser } from "./part-chooser.tsx";
import { useFixChoice } from "./use-fix-choice.ts";

type Props = {
  opened: OpenedFile;
  limits: MediaLimits;
  /** With what the file is now. */
  onFixed: (file: File, facts: FileFacts) => void;
  onCancel: () => void;
};

/** A file that would be refused: why, and one click that makes it fit. Which part of it is kept can be chosen. */
export function FileFixer({ opened, limits, onFixed, onCancel }: Props) {
  const t = useTranslations("intake.fixer");
  const words = useFileWords();
  const choice = useFixChoice(opened, limits);
  const [share, setShare] = useState<number | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const controller = useRef<AbortController>(null);
  useEffect(() => () => controller.current?.abort(), []);
  const { plan, first } = choice;
  if (plan === null || first === null) return null;

  const fix = async () => {
    controller.current = new AbortController();
    const { signal } = controller.current;
    setFailed(false);
    setShare(0);
    try {
      const { crop, range } = choice;
      const onProgress = (now: number) => !signal.aborted && setShare(now);
      onFixed(await fixFile(opened, { plan, crop, range, signal, onProgress }), plan.result);
    } catch {
      // No memory left, or a file that ends in the middle: the browser says no more than that it failed.
      if (!signal.aborted) setFailed(true);
      setShare(null);
    }
  };
  const stop = () => {
    if (share === null) return onCancel();
    controller.current?.abort();
    setShare(null);
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onCancel()}
      title={t(`titles.${limits.type}`)}
      size="lg"
      footer={
        <>
          <Button onClick={stop}>{t("cancel")}</Button>
          <Button variant="primary" busy={share !== null} onClick={fix}>
            {t("use")}
          </Button>
        </>
      }
    >
      <FixList problems={choice.problems} plan={{ ...plan, steps: union(first.steps, plan.steps) }} />
      <PartChooser opened={opened} limits={limits} choice={choice} />
      <p className="mt-3 text-right text-sm text-muted tabular-nums">
        {t("result", { facts: words.facts(plan.result) })}
      </p>
      {share !== null && (
        <div className="mt-3">
          <p role="status" className="mb-1 text-sm">
            {t("working", { percent: Math.round(share * 100) })}
          </p>
          <Progress label={t("workingLabel")} value={share} />
        </div>
      )}
      {hasFailed && (
        <Notice tone="danger" className="mt-3">
          {limits.type === "image" ? t("failed.image") : t("failed.media", { types: typeNames(limits) })}
        </Notice>
      )}
    </Dialog>
  );
}

/** What has to be done stays told while it is being chosen how. */
function union<Item>(first: readonly Item[], second: readonly Item[]): readonly Item[] {
  return [...new Set([...first, ...second])];
}
