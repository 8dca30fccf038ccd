"use client";

import { Camera, FolderOpen, ImagePlus, Images } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { FileButton } from "./file-button.tsx";
import type { FrameSlotProps } from "./frame-slot-props.ts";

/** The ways to put a picture in. */
export function EmptyFrame({ slot, label, hint, onFile, onPick }: FrameSlotProps) {
  const t = useTranslations("create.frames");
  const isFirst = slot === "image";
  return (
    <div className="flex w-full flex-col items-center gap-2 px-2 py-3 text-center sm:gap-3">
      <ImagePlus aria-hidden className="size-6 text-faint max-sm:hidden" />
      <div>
        <p className="font-medium">{label}</p>
        <p className="text-xs text-muted text-pretty sm:text-sm">{hint}</p>
      </div>
      <div className="flex flex-wrap justify-center gap-2 max-sm:flex-col max-sm:items-stretch">
        <FileButton
          label={t("choose")}
          icon={<FolderOpen aria-hidden />}
          variant={isFirst ? "primary" : "secondary"}
          onFile={onFile}
        />
        <span className="hidden pointer-coarse:contents">
          <FileButton label={t("camera")} icon={<Camera aria-hidden />} capture onFile={onFile} />
        </span>
        <Button size="sm" icon={<Images aria-hidden />} onClick={onPick}>
          {t("earlier")}
        </Button>
      </div>
      {isFirst && <p className="text-xs text-balance text-muted pointer-coarse:hidden">{t("pasteHint")}</p>}
    </div>
  );
}
