"use client";

import { Image as ImageIcon, Music } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { assetUrl } from "#lib/client/assets.ts";
import type { MediaType } from "#lib/kling/forms/field.ts";
import type { KnownFile } from "#lib/kling/forms/form-files.ts";
import { mediaForm } from "#lib/kling/media.ts";

type Props = {
  media: MediaType;
  label: string;
  reference: string;
  /** The asset to show when the reference is the name of a result. */
  assetId?: string | undefined;
  known: KnownFile | undefined;
};

/** A file as it is recognised: its picture, its film, its sound; its name and measures below. */
export function MediaFace({ media, label, reference, assetId, known }: Props) {
  const t = useTranslations("create.tool");
  const shown = assetId ?? (mediaForm(reference) === "asset" ? reference : undefined);
  return (
    <>
      {shown === undefined ? <Elsewhere /> : <Face media={media} label={label} assetId={shown} />}
      <div className="absolute inset-x-2 bottom-2 flex flex-wrap gap-1 pr-12 text-xs text-white">
        <p className="rounded-sm bg-black/60 px-2 py-0.5 font-medium">{label}</p>
        {known?.name && (
          <p className="max-w-full truncate rounded-sm bg-black/60 px-2 py-0.5">{known.name}</p>
        )}
        {known?.widthPx && known.heightPx ? (
          <p className="rounded-sm bg-black/60 px-2 py-0.5 tabular-nums">
            {t("pixels", { width: known.widthPx, height: known.heightPx })}
          </p>
        ) : null}
        {known && known.durationSeconds !== null && (
          <p className="rounded-sm bg-black/60 px-2 py-0.5 tabular-nums">
            {t("seconds", { seconds: Math.round(known.durationSeconds * 10) / 10 })}
          </p>
        )}
      </div>
    </>
  );
}

function Face({ media, label, assetId }: { media: MediaType; label: string; assetId: string }) {
  switch (media) {
    case "image":
      return (
        // biome-ignore lint/performance/noImgElement: people's own pictures never pass through the optimizer
        <img
          src={assetUrl(assetId, "content")}
          alt={label}
          className="absolute inset-0 size-full object-contain"
        />
      );
    case "video":
      return (
        // biome-ignore lint/a11y/useMediaCaption: a person's own film, shown to be recognised
        <video
          key={assetId}
          src={assetUrl(assetId, "content")}
          poster={assetUrl(assetId, "poster")}
          aria-label={label}
          controls
          controlsList="nodownload noplaybackrate noremoteplayback nofullscreen"
          disablePictureInPicture
          playsInline
          preload="none"
          className="absolute inset-0 size-full object-contain"
        />
      );
    case "audio":
      return (
        <div className="flex w-full flex-col items-center gap-3 px-3 pb-8">
          <Music aria-hidden className="size-6 text-faint" />
          {/* biome-ignore lint/a11y/useMediaCaption: a person's own sound, played to be recognised */}
          <audio
            src={assetUrl(assetId, "content")}
            aria-label={label}
            controls
            preload="none"
            className="w-full"
          />
        </div>
      );
  }
}

function Elsewhere() {
  const t = useTranslations("create.tool");
  return (
    <p className="flex flex-1 flex-col items-center justify-center gap-2 px-3 text-center text-sm text-muted">
      <ImageIcon aria-hidden className="size-6" />
      {t("elsewhere")}
    </p>
  );
}
