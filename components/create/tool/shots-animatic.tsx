"use client";

import { X } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslations } from "use-intl/react";
import { AnimaticPlayer } from "#components/motion/animatic/animatic-player.tsx";
import { useLoadedPicture } from "#components/motion/animatic/use-loaded-picture.ts";
import { samplePicture } from "#components/motion/camera/sample-picture.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { assetUrl } from "#lib/client/assets.ts";
import type { ShotLine } from "#lib/kling/forms/shot-list.ts";
import { mediaForm } from "#lib/kling/media.ts";
import type { Size } from "#lib/motion/point.ts";
import type { Shot } from "#lib/motion/scene/motion-scene.ts";

type Props = {
  shots: readonly ShotLine[];
  /** The clip's proportions. */
  shape: Size;
  /** The picture of the first frame; without one, or with one that is not stored here, a drawn place stands for it. */
  picture: string | undefined;
  onClose: () => void;
};

/** The shots in their order and at their lengths, with their words as captions. */
export function ShotsAnimatic({ shots, shape, picture, onClose }: Props) {
  const t = useTranslations("motion.animatic");
  const stored = picture !== undefined && mediaForm(picture) === "asset" ? picture : null;
  const loaded = useLoadedPicture(stored && assetUrl(stored, "content"));
  const [sample] = useState(samplePicture);
  const seen = loaded.step === "loaded" ? loaded.picture : sample;
  const isWaiting = stored !== null && loaded.step === "loading";
  const text = JSON.stringify(shots);
  const { widthPx, heightPx } = shape;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each render reads the shots anew; `text` tells whether they changed
  const played = useMemo(
    (): readonly Shot[] =>
      shots.map(({ prompt, seconds }, at) => ({
        seconds,
        caption: prompt.trim() || t("shot", { number: at + 1 }),
        content: { content: "still", picture: at === 0 ? seen : sample },
      })),
    [text, seen, sample, t],
  );
  const frame = useMemo(() => ({ widthPx, heightPx }), [widthPx, heightPx]);
  return (
    <div className="absolute inset-0 z-10 flex bg-stage p-2">
      {isWaiting ? (
        <Skeleton className="flex-1" />
      ) : (
        <AnimaticPlayer
          label={t("shots")}
          shape={frame}
          shots={played}
          className="flex-1"
          actions={
            <IconButton label={t("close")} onClick={onClose}>
              <X aria-hidden />
            </IconButton>
          }
        />
      )}
    </div>
  );
}
