"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { useProblemText } from "#components/ui/problem-text.ts";
import { Progress } from "#components/ui/progress.tsx";
import type { SlotWork } from "../picture/use-picture-intake.ts";
import type { FrameSlotProps } from "./frame-slot-props.ts";

type Props = Pick<FrameSlotProps, "label" | "onRetry" | "onCancel"> & {
  work: Extract<SlotWork, { step: "sending" | "unsent" }>;
};

/** A picture on its way to the server, visible already. */
export function SendingFrame({ work, label, onRetry, onCancel }: Props) {
  const t = useTranslations("create.frames");
  return (
    <>
      {/* biome-ignore lint/performance/noImgElement: people's own pictures never pass through the optimizer */}
      <img
        src={work.picture.previewUrl}
        alt={label}
        className="absolute inset-0 size-full object-contain opacity-60"
      />
      <div className="relative flex w-[calc(100%-1rem)] max-w-64 flex-col gap-2 rounded-lg bg-surface/90 p-3 text-center text-sm shadow-raised">
        {work.step === "sending" ? (
          <>
            <p>{t("sending", { percent: Math.round(work.share * 100) })}</p>
            <Progress label={t("sendingLabel", { frame: label })} value={work.share} />
          </>
        ) : (
          <Unsent problem={work.problem} />
        )}
        <div className="flex flex-wrap justify-center gap-2">
          {work.step === "unsent" && (
            <Button size="sm" variant="primary" onClick={onRetry}>
              {t("sendAgain")}
            </Button>
          )}
          <Button size="sm" onClick={onCancel}>
            {t("cancel")}
          </Button>
        </div>
      </div>
    </>
  );
}

function Unsent({ problem }: { problem: unknown }) {
  const t = useTranslations("create.frames");
  const { line } = useProblemText()(problem);
  return (
    <div role="alert">
      <p className="font-medium">{t("unsent")}</p>
      <p className="text-muted">{line}</p>
    </div>
  );
}
