"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { useLoadedPicture } from "#components/motion/animatic/use-loaded-picture.ts";
import type { DrawingOwner } from "#components/motion/drafts/brush-draft.ts";
import { LazyBrushCanvas } from "#components/motion/lazy-brush-canvas.tsx";
import { PictureTrouble } from "#components/motion/stage/picture-trouble.tsx";
import { assetUrl } from "#lib/client/assets.ts";
import { mediaForm } from "#lib/kling/media.ts";
import type { ImageSize } from "#lib/kling/output.ts";

type Props = {
  owner: DrawingOwner;
  /** The first frame. */
  reference: string;
  size: ImageSize | null;
  /** The clip's length. */
  seconds: number;
  share: ReactNode;
  onCamera: () => void;
};

/** The canvas over the first frame. What is drawn stays with the picture: another one has a drawing of its own. */
export function BrushBench({ owner, reference, size, seconds, share, onCamera }: Props) {
  const t = useTranslations("create.brush");
  const isAsset = mediaForm(reference) === "asset";
  const url = isAsset ? assetUrl(reference, "content") : null;
  // Drafts of before may not know how large their picture is.
  const loaded = useLoadedPicture(size === null ? url : null);
  const known = size ?? (loaded.step === "loaded" ? loaded.picture : null);
  return (
    <div id="create-dynamic_masks" tabIndex={-1} className="relative flex min-h-0 min-w-0 flex-1">
      {url !== null && known !== null && (
        <LazyBrushCanvas
          owner={owner}
          picture={{ id: reference, url, size: { widthPx: known.widthPx, heightPx: known.heightPx } }}
          animaticActions={share}
          {...{ seconds, onCamera }}
        />
      )}
      {loaded.step === "broken" && <PictureTrouble onRetry={loaded.onRetry} />}
      {!isAsset && <p className="m-auto max-w-sm p-4 text-center text-sm text-muted">{t("elsewhere")}</p>}
    </div>
  );
}
