"use client";

import { FileX2, FolderOpen } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/ui/use-words.ts";
import type { MediaLimits } from "#lib/kling/media-limits.ts";
import { acceptFor, typeNames } from "../type-names.ts";
import { FileInput } from "./file-input.tsx";
import type { FileSlotState, SlotWork } from "./use-file-slot.ts";

type Trouble = Extract<SlotWork, { step: "unreadable" | "hopeless" }>;

type Props = { limits: MediaLimits; slot: FileSlotState; work: Trouble };

/** A file that cannot be used: why, and what helps. Nothing of it has left the device. */
export function SlotTrouble({ limits, slot, work }: Props) {
  const t = useTranslations("intake");
  const words = useWords();
  const types = typeNames(limits);
  return (
    <div className="flex flex-col items-center gap-3 px-3 py-4 text-center text-sm">
      <div role="alert">
        <p className="flex items-center justify-center gap-2 font-medium break-all">
          <FileX2 aria-hidden className="size-4 shrink-0 text-danger-text" />
          {work.step === "unreadable"
            ? t(`trouble.unreadable.${work.why}.title`, { name: work.name })
            : work.name}
        </p>
        {work.step === "unreadable" ? (
          <p className="mt-1 text-muted">{t(`trouble.unreadable.${work.why}.next`, { types })}</p>
        ) : (
          <>
            {work.problems.map(({ code, message }) => (
              <p key={code} className="mt-1">
                {words(message)}
              </p>
            ))}
            <p className="mt-1 text-muted">{t(`trouble.obstacles.${work.obstacle}`, { types })}</p>
          </>
        )}
      </div>
      <TryOther limits={limits} slot={slot} />
    </div>
  );
}

/** The two ways out of any trouble with a file. */
export function TryOther({ limits, slot }: Omit<Props, "work">) {
  const t = useTranslations("intake.slot");
  return (
    <div className="flex flex-wrap justify-center gap-2">
      <FileInput
        label={t("tryOther")}
        icon={<FolderOpen aria-hidden />}
        accept={acceptFor(limits)}
        onFile={slot.take}
      />
      <Button size="sm" variant="ghost" onClick={slot.cancel}>
        {t("cancel")}
      </Button>
    </div>
  );
}
