"use client";

import { FolderOpen, ImageOff } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import type { Unreadable } from "../picture/open-picture.ts";
import { FileButton } from "./file-button.tsx";
import type { FrameSlotProps } from "./frame-slot-props.ts";

/** A file that this browser cannot open, and what helps. */
export function UnreadableFrame({
  why,
  name,
  onFile,
  onCancel,
}: Pick<FrameSlotProps, "onFile" | "onCancel"> & { why: Unreadable; name: string }) {
  const t = useTranslations("create.frames");
  return (
    <div role="alert" className="flex max-w-sm flex-col items-center gap-3 p-3 text-center text-sm">
      <ImageOff aria-hidden className="size-6 text-danger-text" />
      <div>
        <p className="font-medium break-all">{t(`unreadable.${why}.title`, { name })}</p>
        <p className="mt-1 text-muted">{t(`unreadable.${why}.next`)}</p>
      </div>
      <div className="flex flex-wrap justify-center gap-2">
        <FileButton label={t("chooseOther")} icon={<FolderOpen aria-hidden />} onFile={onFile} />
        <Button size="sm" variant="ghost" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </div>
  );
}
