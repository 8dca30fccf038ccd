"use client";

import { Image as ImageIcon, X } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { assetUrl } from "#lib/client/assets.ts";
import { mediaForm } from "#lib/kling/media.ts";
import type { FrameSlotProps } from "./frame-slot-props.ts";

export function FilledFrame({ label, reference, size, onRemove }: FrameSlotProps & { reference: string }) {
  const t = useTranslations("create.frames");
  return (
    <>
      {mediaForm(reference) === "asset" ? (
        // biome-ignore lint/performance/noImgElement: people's own pictures never pass through the optimizer
        <img
          src={assetUrl(reference, "content")}
          alt={label}
          width={size?.widthPx}
          height={size?.heightPx}
          className="absolute inset-0 size-full object-contain"
        />
      ) : (
        <p className="flex flex-col items-center gap-2 px-3 text-center text-sm text-muted">
          <ImageIcon aria-hidden className="size-6" />
          {t("elsewhere")}
        </p>
      )}
      <IconButton
        label={t("remove", { frame: label })}
        variant="overlay"
        onClick={onRemove}
        className="absolute top-2 right-2"
      >
        <X aria-hidden />
      </IconButton>
      {size && (
        <p className="absolute bottom-2 left-2 rounded-sm bg-black/60 px-2 py-0.5 text-xs tabular-nums text-white">
          {t("pixels", { width: size.widthPx, height: size.heightPx })}
        </p>
      )}
    </>
  );
}
