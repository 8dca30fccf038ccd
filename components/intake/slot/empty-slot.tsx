"use client";

import { Camera, FileAudio, FileImage, FileVideo, FolderOpen, Images, Mic } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { useAwake } from "#components/ui/use-awake.ts";
import type { MediaLimits } from "#lib/kling/media-limits.ts";
import type { SourceName } from "../sources/source-dialog.tsx";
import { acceptFor } from "../type-names.ts";
import { useFileWords } from "../use-file-words.ts";
import { FileInput } from "./file-input.tsx";
import type { FileSlotProps } from "./file-slot-props.ts";
import type { FileSlotState } from "./use-file-slot.ts";

const SourceDialog = lazy(async () => ({
  default: (await import("../sources/source-dialog.tsx")).SourceDialog,
}));

const ICONS = { image: FileImage, video: FileVideo, audio: FileAudio } as const;

/** The ways to put a file in, and what is asked of it. */
export function EmptySlot({ label, hint, limits, slot }: FileSlotProps & { slot: FileSlotState }) {
  const t = useTranslations("intake.slot");
  const words = useFileWords();
  const [source, setSource] = useState<SourceName | null>(null);
  const isAwake = useAwake(); // a press that nobody hears yet would be lost
  const Icon = ICONS[limits.type];
  return (
    <div className="flex flex-col items-center gap-3 px-3 py-4 text-center">
      <div>
        <p className="flex items-center justify-center gap-2 font-medium">
          <Icon aria-hidden className="size-4 text-faint" />
          {label}
        </p>
        {hint && <p className="mt-1 text-sm text-pretty text-muted">{hint}</p>}
        <p className="mt-1 text-xs text-balance text-muted">{words.limits(limits)}</p>
      </div>
      <div className="flex flex-wrap justify-center gap-2">
        <FileInput
          label={t("choose")}
          icon={<FolderOpen aria-hidden />}
          accept={acceptFor(limits)}
          variant="primary"
          onFile={slot.take}
        />
        <RecordButtons limits={limits} slot={slot} onSource={setSource} />
        <Button
          size="sm"
          icon={<Images aria-hidden />}
          disabled={!isAwake}
          onClick={() => setSource("earlier")}
        >
          {t("earlier")}
        </Button>
      </div>
      <p className="text-xs text-muted pointer-coarse:hidden">{t("dropHint")}</p>
      {source !== null && (
        <Suspense>
          <SourceDialog source={source} limits={limits} slot={slot} onClose={() => setSource(null)} />
        </Suspense>
      )}
    </div>
  );
}

type RecordProps = {
  limits: MediaLimits;
  slot: FileSlotState;
  onSource: (source: SourceName) => void;
};

/** On a phone its own camera program is better than any page; sounds are recorded here everywhere. */
function RecordButtons({ limits, slot, onSource }: RecordProps) {
  const t = useTranslations("intake.slot");
  const isAwake = useAwake();
  if (limits.type === "audio")
    return (
      <Button size="sm" icon={<Mic aria-hidden />} disabled={!isAwake} onClick={() => onSource("sound")}>
        {t("record")}
      </Button>
    );
  return (
    <>
      <span className="hidden pointer-coarse:contents">
        <FileInput
          label={t("takePicture")}
          icon={<Camera aria-hidden />}
          accept={acceptFor(limits)}
          capture="environment"
          onFile={slot.take}
        />
      </span>
      <span className="contents pointer-coarse:hidden">
        <Button
          size="sm"
          icon={<Camera aria-hidden />}
          disabled={!isAwake}
          onClick={() => onSource("camera")}
        >
          {t("camera")}
        </Button>
      </span>
    </>
  );
}
