"use client";

import { X } from "lucide-react";
import { type ReactNode, useMemo, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl/react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { Picture, Shot } from "#lib/motion/scene/motion-scene.ts";
import { type BrushSession, isPainting } from "../session/brush-session.ts";
import { AnimaticPlayer } from "./animatic-player.tsx";
import { useLoadedPicture } from "./use-loaded-picture.ts";

type Props = {
  session: BrushSession;
  /** What is painted on. */
  image: HTMLImageElement;
  seconds: number;
  actions: ReactNode;
  onClose: () => void;
};

const CORNER = "absolute top-2 right-2 w-[min(26rem,72%)] overflow-hidden rounded-lg shadow-raised";

/** What has been painted, playing in a corner of the picture while one goes on. */
export function BrushAnimatic({ image, ...props }: Props) {
  const loaded = useLoadedPicture(image.src);
  const size = { widthPx: image.naturalWidth, heightPx: image.naturalHeight };
  switch (loaded.step) {
    case "loading":
      return (
        <div className={CORNER} style={{ aspectRatio: size.widthPx / Math.max(1, size.heightPx) }}>
          <Skeleton className="size-full" />
        </div>
      );
    case "loaded":
      return <Playing {...props} picture={loaded.picture} />;
    case "broken":
      return <OnElement {...props} image={image} />;
  }
}

type PlayingProps = Omit<Props, "image"> & { picture: Picture };

/** The element that is painted on has been decoded before, and stands in. */
function OnElement({ image, ...props }: Props) {
  const picture = useMemo(
    () => ({ source: image, widthPx: image.naturalWidth, heightPx: image.naturalHeight }),
    [image],
  );
  return <Playing {...props} picture={picture} />;
}

function Playing({ session, picture, seconds, actions, onClose }: PlayingProps) {
  const t = useTranslations("motion.animatic");
  const readSteps = () => session.history.document;
  const steps = useSyncExternalStore(session.subscribe, readSteps, readSteps);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step changes the labels in place, a stroke in progress is none
  const shots = useMemo((): readonly Shot[] => {
    const { labels, paths } = session.history;
    return [{ seconds, caption: null, content: { content: "regions", picture, labels, paths } }];
  }, [session, steps, picture, seconds]);
  return (
    <AnimaticPlayer
      label={t("brush")}
      shape={picture}
      shots={shots}
      isHeld={() => isPainting(session)}
      actions={
        <>
          {actions}
          <IconButton label={t("close")} onClick={onClose}>
            <X aria-hidden />
          </IconButton>
        </>
      }
      className={`${CORNER} max-h-[70%] bg-surface`}
    />
  );
}
