"use client";

import { Clapperboard, X } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslations } from "use-intl/react";
import { AnimaticPlayer } from "#components/motion/animatic/animatic-player.tsx";
import { useLoadedPicture } from "#components/motion/animatic/use-loaded-picture.ts";
import { PictureTrouble } from "#components/motion/stage/picture-trouble.tsx";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { assetUrl } from "#lib/client/assets.ts";
import { mediaForm } from "#lib/kling/media.ts";
import type { Shot } from "#lib/motion/scene/motion-scene.ts";

type Props = {
  /** Media references. */
  first: string;
  last: string;
  /** The clip's length. */
  seconds: number;
  /** At the end of the bar. */
  share: ReactNode;
};

/** How the first frame may become the last one. Only frames that are stored here can be read. */
export function FramesAnimatic(props: Props) {
  const t = useTranslations("motion.animatic");
  const [isOpen, setOpen] = useState(false);
  if (mediaForm(props.first) !== "asset" || mediaForm(props.last) !== "asset") return null;
  if (isOpen) return <Passage {...props} onClose={() => setOpen(false)} />;
  return (
    <Button
      size="sm"
      icon={<Clapperboard aria-hidden />}
      onClick={() => setOpen(true)}
      className="absolute bottom-3 left-1/2 -translate-x-1/2 sm:bottom-5"
    >
      {t("playFrames")}
    </Button>
  );
}

function Passage({ first, last, seconds, share, onClose }: Props & { onClose: () => void }) {
  const t = useTranslations("motion.animatic");
  const [from, to] = [
    useLoadedPicture(assetUrl(first, "content")),
    useLoadedPicture(assetUrl(last, "content")),
  ];
  const broken = from.step === "broken" ? from : to;
  const close = (
    <IconButton label={t("close")} onClick={onClose}>
      <X aria-hidden />
    </IconButton>
  );
  const pictures = useMemo(
    () => (from.step === "loaded" && to.step === "loaded" ? { first: from.picture, last: to.picture } : null),
    [from, to],
  );
  const shots = useMemo(
    (): readonly Shot[] =>
      pictures === null ? [] : [{ seconds, caption: null, content: { content: "frames", ...pictures } }],
    [pictures, seconds],
  );
  return (
    <div className="absolute inset-0 flex bg-stage p-2">
      {pictures !== null && (
        <AnimaticPlayer
          label={t("frames")}
          shape={pictures.first}
          {...{ shots }}
          actions={
            <>
              {share}
              {close}
            </>
          }
          className="flex-1"
        />
      )}
      {pictures === null && broken.step === "broken" && (
        <>
          <PictureTrouble onRetry={broken.onRetry} next={t("brokenNext")} />
          <div className="absolute top-2 right-2">{close}</div>
        </>
      )}
      {pictures === null && broken.step !== "broken" && <Skeleton className="flex-1" />}
    </div>
  );
}
